import { sql } from 'kysely';
import { type Scope, scopes } from '#platform/contract';
import type { ReadCtx } from '#platform/ctx';
import { mayNot, notFound } from '#platform/problem';
import type { RoleEffect } from '../contract.ts';
import { widest } from '../load-actor.ts';
import { can } from '../policy.ts';
import { allRoles } from '../queries.ts';
import type { Rights } from './given-rights.ts';
import { holdersWithOthers } from './role-queries.ts';

const namesShown = 5;
type Change = RoleEffect['changes'][number];

/** What a change of a role would mean for who has it. What another role of theirs allows anyway is no gain and no loss. */
export async function previewRole(ctx: ReadCtx, id: string, permissions: Rights): Promise<RoleEffect> {
  if (!can.configureRoles(ctx.actor)) throw mayNot();
  const role = (await allRoles(ctx)).find((one) => one.id === id);
  if (!role) throw notFound();
  const holders = await holdersWithOthers(ctx, id);
  const says = new Map(ctx.house.permissions.map(({ name, says: words }) => [name, words]));
  const changes = new Map<string, { names: string[]; people: number; change: Omit<Change, 'people' | 'names'> }>();
  for (const { name, others } of holders) {
    const before = widest([role.permissions, ...others]);
    const after = widest([permissions, ...others]);
    for (const [permission, words] of says) {
      const [from, to] = [before.get(permission) ?? null, after.get(permission) ?? null];
      if (from === to) continue;
      const key = `${permission} ${from} ${to}`;
      const change = { permission, says: words, from, to, gains: rank(to) > rank(from) };
      const known = changes.get(key) ?? { names: [], people: 0, change };
      known.people += 1;
      if (known.names.length < namesShown) known.names.push(name);
      changes.set(key, known);
    }
  }
  return {
    people: holders.length,
    changes: [...changes.values()].map(({ names, people, change }) => ({ ...change, people, names })),
    leavesNobody: permissions['roles.configure'] !== 'all' && !(await anybodyElse(ctx, id)),
  };
}

function rank(scope: Scope | null): number {
  return scope === null ? -1 : scopes.indexOf(scope);
}

/** Whether somebody may give roles by another role than this one. */
async function anybodyElse(ctx: ReadCtx, roleId: string): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`
    select exists (
      select 1 from teammate_roles given
      join roles on roles.workspace_id = given.workspace_id and roles.id = given.role_id
      join teammates t on t.workspace_id = given.workspace_id and t.id = given.teammate_id
      where given.workspace_id = ${ctx.workspaceId} and t.deactivated_at is null and roles.id != ${roleId}
        and roles.permissions ->> 'roles.configure' = 'all') as there`.execute(ctx.db);
  return rows[0]?.there ?? false;
}
