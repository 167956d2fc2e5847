import type { Scope } from '#platform/contract';
import type { ReadCtx } from '#platform/ctx';
import type { ActorParts } from '#platform/domain';
import { type Actor, widerScope } from '#platform/policy';
import { rolesOfMany } from './queries.ts';

/** One teammate with everything a policy may look at: their roles' permissions, and what other domains know of them. */
export async function loadActor(ctx: ReadCtx, teammateId: string): Promise<Actor> {
  const actor = (await loadActors(ctx, [teammateId])).get(teammateId);
  if (!actor) throw new Error('Who was asked for was not answered.');
  return actor;
}

/** Several at once, with as many statements as for one: for whoever asks of each whether they may. */
export async function loadActors(ctx: ReadCtx, teammateIds: readonly string[]): Promise<ReadonlyMap<string, Actor>> {
  const ids = [...new Set(teammateIds)];
  if (ids.length === 0) return new Map();
  const roles = await rolesOfMany(ctx, ids);
  const asked = ids.map((id) => ({ id, permissions: widest((roles.get(id) ?? []).map((role) => role.permissions)) }));
  const parts: Awaited<ReturnType<ActorParts>>[] = [];
  for (const { actorParts } of ctx.house.domains) if (actorParts) parts.push(await actorParts(ctx, asked));
  return new Map(asked.map(({ id, permissions }) => [id, actorOf(id, permissions, parts)]));
}

/** What the domains know of somebody, put together. */
function actorOf(
  id: string,
  permissions: Actor['permissions'],
  parts: readonly Awaited<ReturnType<ActorParts>>[],
): Actor {
  const teamIds = new Set<string>();
  let brandIds: Set<string> | 'all' = new Set<string>();
  for (const part of parts) {
    const known = part.get(id);
    for (const teamId of known?.teamIds ?? []) teamIds.add(teamId);
    if (known?.brandIds === 'all') brandIds = 'all';
    else if (brandIds !== 'all') for (const brandId of known?.brandIds ?? []) brandIds.add(brandId);
  }
  return { kind: 'teammate', id, permissions, teamIds, brandIds };
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
