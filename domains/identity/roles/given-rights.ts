import { sql } from 'kysely';
import type { Scope } from '#platform/contract';
import type { Ctx, ReadCtx } from '#platform/ctx';
import { invalidInput, problem } from '#platform/problem';
import { covers, scopeOf, widerScope } from '#platform/policy';

export const moreThanYours = problem(
  'identity/more-than-yours',
  403,
  'This allows more than you may yourself',
  'Give less, or ask somebody who may do it all.',
);
export const takesMoreThanYours = problem(
  'identity/takes-more-than-yours',
  403,
  'They may do something here that you may not',
  'Ask somebody who may do it all.',
);
export const lastOwner = problem(
  'identity/last-administrator',
  409,
  'Nobody else may give roles',
  'Give somebody else a role that may, then change this one.',
);

export type Rights = Readonly<Record<string, Scope>>;

/** Refuses words that are no permission, and to give what the actor does not have themselves. */
export function refuseMoreThanOwn(ctx: ReadCtx, permissions: Rights): void {
  refuseUnknown(ctx, permissions);
  if (!covers(ctx.actor, permissions)) throw moreThanYours();
}

/**
 * Refuses a change of a role that widens it beyond what the actor has. What it allowed before may stay: whoever has less
 * than a role can still take from it.
 */
export function refuseWidening(ctx: ReadCtx, before: Rights, after: Rights): void {
  refuseUnknown(ctx, after);
  const widened = Object.entries(after).filter(([name, scope]) => {
    const was = Object.hasOwn(before, name) ? before[name] : undefined;
    return was === undefined || widerScope(was, scope) !== was;
  });
  if (!covers(ctx.actor, Object.fromEntries(widened))) throw moreThanYours();
}

function refuseUnknown(ctx: ReadCtx, permissions: Rights): void {
  const known = new Set(ctx.house.permissions.map(({ name }) => name));
  const unknown = Object.keys(permissions).find((name) => !known.has(name));
  if (unknown !== undefined)
    throw invalidInput({ fields: [{ path: `body.permissions.${unknown}`, message: 'is no permission' }] });
}

/** How far the actor may give a permission; null where not at all. */
export function mayGive(ctx: ReadCtx, permission: string): Scope | null {
  return scopeOf(ctx.actor, permission);
}

/** Refuses a change after which nobody could give roles any more. The workspace's row makes such changes queue up. */
export async function refuseLastOwner(ctx: Ctx): Promise<void> {
  await lockRights(ctx);
  const { rows } = await sql<{ left: boolean }>`
    select exists (
      select 1 from teammate_roles given
      join roles on roles.workspace_id = given.workspace_id and roles.id = given.role_id
      join teammates t on t.workspace_id = given.workspace_id and t.id = given.teammate_id
      where given.workspace_id = ${ctx.workspaceId} and t.deactivated_at is null
        and roles.permissions ->> 'roles.configure' = 'all') as left`.execute(ctx.db);
  if (!rows[0]?.left) throw lastOwner();
}

/** Changes of rights go one after the other in a workspace: two that are each allowed could together leave nobody. */
export async function lockRights(ctx: Ctx): Promise<void> {
  await sql`select 1 from workspaces where workspace_id = ${ctx.workspaceId} for update`.execute(ctx.db);
}
