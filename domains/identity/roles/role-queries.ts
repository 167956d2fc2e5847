import { sql } from 'kysely';
import type { Ctx, ReadCtx } from '#platform/ctx';
import { covers } from '#platform/policy';
import { notFound } from '#platform/problem';
import type { RoleView } from '../contract.ts';
import { can } from '../policy.ts';
import { allRoles, readPermissions, type RoleRow } from '../queries.ts';
import { roleView } from '../views.ts';

/** Most people that one role is asked for at once. */
const peopleLimit = 10_000;

/** All roles with how many people have each. */
export async function listRoles(ctx: ReadCtx): Promise<RoleView[]> {
  const people = await peopleOf(ctx);
  return (await allRoles(ctx)).map((role) =>
    roleView(ctx.actor, role, people.get(role.id) ?? 0, !covers(ctx.actor, knownRights(ctx, role.permissions))),
  );
}

/** The roles that allow more than the reader may: nobody gives or takes those. Empty for who gives no roles at all. */
export async function rolesAbove(ctx: ReadCtx): Promise<ReadonlySet<string>> {
  if (!can.invite(ctx.actor)) return new Set();
  const above = (await allRoles(ctx)).filter(({ permissions }) => !covers(ctx.actor, knownRights(ctx, permissions)));
  return new Set(above.map(({ id }) => id));
}

/** A permission that this version no longer knows gives nobody anything. */
export function knownRights(ctx: ReadCtx, permissions: RoleRow['permissions']): RoleRow['permissions'] {
  const known = new Set(ctx.house.permissions.map(({ name }) => name));
  return Object.fromEntries(Object.entries(permissions).filter(([name]) => known.has(name)));
}

/** One role as the list shows it. */
export async function listedRole(ctx: ReadCtx, id: string): Promise<RoleView> {
  const role = (await listRoles(ctx)).find((one) => one.id === id);
  if (!role) throw notFound();
  return role;
}

async function peopleOf(ctx: ReadCtx): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ role_id: string; people: number }>`
    select given.role_id, count(*)::int as people from teammate_roles given
    join teammates t on t.workspace_id = given.workspace_id and t.id = given.teammate_id
    where given.workspace_id = ${ctx.workspaceId} and t.deactivated_at is null
    group by given.role_id`.execute(ctx.db);
  return new Map(rows.map((row) => [row.role_id, row.people]));
}

/** A role under its row lock, or 404. */
export async function lockedRole(ctx: Ctx, id: string): Promise<RoleRow> {
  const row = await ctx.db
    .selectFrom('roles')
    .select(['id', 'name', 'desk_id', 'permissions', 'built_in'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw notFound();
  const { desk_id: deskId, built_in: isBuiltIn } = row;
  return { id: row.id, name: row.name, deskId, isBuiltIn, permissions: readPermissions(row.permissions) };
}

/** How many roles there are. */
export async function roleTotal(ctx: ReadCtx): Promise<number> {
  return (await allRoles(ctx)).length;
}

/** Those of the roles that are there. */
export async function rolesNamed(ctx: ReadCtx, ids: readonly string[]): Promise<readonly RoleRow[]> {
  if (ids.length === 0) return [];
  return (await allRoles(ctx)).filter(({ id }) => ids.includes(id));
}

/** Who has a role today. */
export async function holdersOf(ctx: ReadCtx, roleId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ teammate_id: string }>`
    select given.teammate_id from teammate_roles given
    join teammates t on t.workspace_id = given.workspace_id and t.id = given.teammate_id
    where given.workspace_id = ${ctx.workspaceId} and given.role_id = ${roleId} and t.deactivated_at is null
    limit ${peopleLimit}`.execute(ctx.db);
  return rows.map((row) => row.teammate_id);
}

export interface Holder {
  readonly name: string;
  /** What their other roles allow, each role apart. */
  readonly others: readonly RoleRow['permissions'][];
}

/** Who has a role today, with what their other roles allow them. */
export async function holdersWithOthers(ctx: ReadCtx, roleId: string): Promise<readonly Holder[]> {
  const { rows } = await sql<{ name: string; others: readonly unknown[] }>`
    select t.name, coalesce(jsonb_agg(other.permissions) filter (where other.id is not null), '[]') as others
    from teammate_roles given
    join teammates t on t.workspace_id = given.workspace_id and t.id = given.teammate_id
    left join teammate_roles also on also.workspace_id = given.workspace_id
      and also.teammate_id = given.teammate_id and also.role_id != given.role_id
    left join roles other on other.workspace_id = also.workspace_id and other.id = also.role_id
    where given.workspace_id = ${ctx.workspaceId} and given.role_id = ${roleId} and t.deactivated_at is null
    group by t.id, t.name order by t.name, t.id limit ${peopleLimit}`.execute(ctx.db);
  return rows.map(({ name, others }) => ({ name, others: others.map(readPermissions) }));
}
