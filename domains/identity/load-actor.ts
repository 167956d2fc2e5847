import type { Scope } from '#platform/contract';
import type { ReadCtx } from '#platform/ctx';
import { type Actor, widerScope } from '#platform/policy';
import { rolesOf } from './queries.ts';

/** One teammate with everything a policy may look at: their roles' permissions, and what other domains know of them. */
export async function loadActor(ctx: ReadCtx, teammateId: string): Promise<Actor> {
  const roles = await rolesOf(ctx, teammateId);
  const permissions = widest(roles.map((role) => role.permissions));
  const teamIds = new Set<string>();
  let brandIds: Set<string> | 'all' = new Set<string>();
  for (const { actorParts } of ctx.house.domains) {
    if (!actorParts) continue;
    const parts = await actorParts(ctx, { id: teammateId, permissions });
    for (const id of parts.teamIds ?? []) teamIds.add(id);
    if (parts.brandIds === 'all') brandIds = 'all';
    else if (brandIds !== 'all') for (const id of parts.brandIds ?? []) brandIds.add(id);
  }
  return { kind: 'teammate', id: teammateId, permissions, teamIds, brandIds };
}

/** Each permission in the widest scope that any of the roles gives it. */
export function widest(roles: readonly Readonly<Record<string, Scope>>[]): ReadonlyMap<string, Scope> {
  const permissions = new Map<string, Scope>();
  for (const role of roles) {
    for (const [name, scope] of Object.entries(role)) {
      const before = permissions.get(name);
      permissions.set(name, before ? widerScope(before, scope) : scope);
    }
  }
  return permissions;
}
