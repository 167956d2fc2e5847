import { sql } from 'kysely';
import * as z from 'zod';
import { scopes, type Scope } from '#platform/contract';
import type { ReadCtx } from '#platform/ctx';
import { notFound } from '#platform/problem';

/** Most workspaces one account is shown. */
const membershipLimit = 50;

const Permissions = z.record(z.string(), z.enum(scopes));

/** Permissions as they are stored: name → scope. */
export function readPermissions(stored: unknown): Record<string, Scope> {
  return Permissions.parse(stored);
}

export interface Membership {
  readonly workspaceId: string;
  readonly teammateId: string;
  /** The language they read there. */
  readonly locale: string;
}

/** Where an account belongs, first joined first: the one look across workspaces, and it reads ids alone. */
export async function membershipsOf(ctx: Pick<ReadCtx, 'db'>, accountId: string): Promise<readonly Membership[]> {
  const rows = await ctx.db
    .selectFrom('teammates as t')
    .innerJoin('workspaces as w', 'w.workspace_id', 't.workspace_id')
    .select(['t.workspace_id', 't.id', 't.locale'])
    .where('t.account_id', '=', accountId)
    .where('t.deactivated_at', 'is', null)
    // nobody starts in a sample, and nobody is in one that is being filled or removed
    .where((eb) => eb.or([eb('w.sample_of', 'is', null), eb('w.demo_filled_at', 'is not', null)]))
    .orderBy((eb) => eb('w.sample_of', 'is not', null))
    .orderBy('t.created_at')
    .orderBy('t.id')
    .limit(membershipLimit)
    .execute();
  return rows.map((row) => ({ workspaceId: row.workspace_id, teammateId: row.id, locale: row.locale }));
}

export interface RoleRow {
  readonly id: string;
  readonly name: string;
  readonly deskId: string;
  readonly isBuiltIn: boolean;
  readonly permissions: Readonly<Record<string, Scope>>;
}

/** The roles of one teammate, the first given first: it says which desk they start on. */
export async function rolesOf(ctx: ReadCtx, teammateId: string): Promise<readonly RoleRow[]> {
  return (await rolesOfMany(ctx, [teammateId])).get(teammateId) ?? [];
}

/** The roles of each of these teammates, so ordered; who has none is left out. */
export async function rolesOfMany(
  ctx: ReadCtx,
  teammateIds: readonly string[],
): Promise<ReadonlyMap<string, readonly RoleRow[]>> {
  const rows = await ctx.db
    .selectFrom('teammate_roles as given')
    .innerJoin('roles', (join) =>
      join.onRef('roles.workspace_id', '=', 'given.workspace_id').onRef('roles.id', '=', 'given.role_id'),
    )
    .select(['given.teammate_id', 'roles.id', 'roles.name', 'roles.desk_id', 'roles.permissions', 'roles.built_in'])
    .where('given.workspace_id', '=', ctx.workspaceId)
    .where('given.teammate_id', '=', sql<string>`any(${[...teammateIds]}::uuid[])`)
    .orderBy('given.given_at')
    .orderBy('roles.id')
    .execute();
  const byTeammate = new Map<string, RoleRow[]>();
  for (const row of rows) {
    const known = byTeammate.get(row.teammate_id) ?? [];
    known.push(asRole(row));
    byTeammate.set(row.teammate_id, known);
  }
  return byTeammate;
}

/** All roles of the workspace, by name. */
export async function allRoles(ctx: ReadCtx): Promise<readonly RoleRow[]> {
  const rows = await ctx.db
    .selectFrom('roles')
    .select(['id', 'name', 'desk_id', 'permissions', 'built_in'])
    .where('workspace_id', '=', ctx.workspaceId)
    .orderBy('name')
    .execute();
  return rows.map(asRole);
}

function asRole(row: { id: string; name: string; desk_id: string; permissions: unknown; built_in: boolean }): RoleRow {
  return {
    id: row.id,
    name: row.name,
    deskId: row.desk_id,
    isBuiltIn: row.built_in,
    permissions: readPermissions(row.permissions),
  };
}

export interface TeammateRow {
  readonly id: string;
  readonly accountId: string | null;
  readonly name: string;
  readonly address: string;
  readonly locale: string;
  readonly zone: string;
  readonly undoWindowSeconds: number | null;
  readonly preferences: Readonly<Record<string, unknown>>;
  readonly deactivatedAt: Date | null;
  /** Known by the id of a single sign-on that is connected. */
  readonly isLinked: boolean;
  readonly roles: readonly { readonly id: string; readonly name: string }[];
}

/** Teammates with the names of their roles; narrow it further and run it. */
export function teammateRows(ctx: ReadCtx) {
  return ctx.db
    .selectFrom('teammates as t')
    .select((eb) => [
      't.id',
      't.account_id',
      't.name',
      't.address',
      't.locale',
      't.zone',
      't.undo_window_seconds',
      't.preferences',
      't.deactivated_at',
      eb
        .selectFrom('teammate_roles as given')
        .innerJoin('roles', (join) =>
          join.onRef('roles.workspace_id', '=', 'given.workspace_id').onRef('roles.id', '=', 'given.role_id'),
        )
        .select(
          sql<unknown>`coalesce(jsonb_agg(jsonb_build_object('id', roles.id, 'name', roles.name) order by given.given_at), '[]')`.as(
            'list',
          ),
        )
        .whereRef('given.workspace_id', '=', 't.workspace_id')
        .whereRef('given.teammate_id', '=', 't.id')
        .as('roles'),
      eb
        .exists(
          eb
            .selectFrom('sso_identities as one')
            .innerJoin('sso_connections as c', (join) =>
              join.onRef('c.workspace_id', '=', 'one.workspace_id').onRef('c.id', '=', 'one.connection_id'),
            )
            .select('one.teammate_id')
            .whereRef('one.workspace_id', '=', 't.workspace_id')
            .whereRef('one.teammate_id', '=', 't.id')
            .where('c.closed_at', 'is', null),
        )
        .as('is_linked'),
    ])
    .where('t.workspace_id', '=', ctx.workspaceId);
}

type SelectedTeammate = Awaited<ReturnType<ReturnType<typeof teammateRows>['executeTakeFirstOrThrow']>>;

/** A selected row in our words. */
export function asTeammate(row: SelectedTeammate): TeammateRow {
  return {
    id: row.id,
    accountId: row.account_id,
    name: row.name,
    address: row.address,
    locale: row.locale,
    zone: row.zone,
    undoWindowSeconds: row.undo_window_seconds,
    preferences: (row.preferences ?? {}) as Record<string, unknown>,
    deactivatedAt: row.deactivated_at,
    isLinked: row.is_linked === true,
    roles: row.roles as TeammateRow['roles'],
  };
}

/** One teammate, or 404. */
export async function teammateById(ctx: ReadCtx, id: string): Promise<TeammateRow> {
  const row = await teammateRows(ctx).where('t.id', '=', id).executeTakeFirst();
  if (!row) throw notFound();
  return asTeammate(row);
}

/** Names of teammates by id, for views of other domains; ids nobody has are left out. */
export async function teammateNames(ctx: ReadCtx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.db
    .selectFrom('teammates')
    .select(['id', 'name'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', sql<string>`any(${[...new Set(ids)]})`)
    .execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** Most teammates that one name can mean. */
const namesakeLimit = 50;

/** Teammates whose name or address begins so, whatever the case; also those who have left, for what they did stays. */
export async function teammatesNamed(ctx: ReadCtx, text: string): Promise<readonly string[]> {
  const beginning = `${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
  const rows = await ctx.db
    .selectFrom('teammates')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where((eb) =>
      eb.or([
        eb(eb.fn<string>('lower', ['name']), 'like', beginning),
        eb(eb.fn<string>('lower', ['address']), 'like', beginning),
      ]),
    )
    .limit(namesakeLimit)
    .execute();
  return rows.map(({ id }) => id);
}

/** The name of one teammate; empty where there is none. */
export async function teammateName(ctx: ReadCtx, id: string): Promise<string> {
  return (await teammateNames(ctx, [id])).get(id) ?? '';
}

/** Those of the ids that are teammates who can be given work. */
export async function knownTeammates(ctx: ReadCtx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await ctx.db
    .selectFrom('teammates')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', sql<string>`any(${[...new Set(ids)]})`)
    .where('deactivated_at', 'is', null)
    .execute();
  return new Set(rows.map((row) => row.id));
}

/** The workspace of this context. */
export async function workspaceOf(
  ctx: ReadCtx,
): Promise<{ name: string; locale: string; zone: string; openedAt: Date }> {
  const row = await ctx.db
    .selectFrom('workspaces')
    .select(['name', 'locale', 'zone', 'created_at'])
    .where('workspace_id', '=', ctx.workspaceId)
    .executeTakeFirst();
  if (!row) throw notFound();
  return { name: row.name, locale: row.locale, zone: row.zone, openedAt: row.created_at };
}
