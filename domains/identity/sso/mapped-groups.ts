import { sql } from 'kysely';
import type { Ctx, ReadCtx } from '#platform/ctx';
import { type Actor, covers } from '#platform/policy';
import { Refusal } from '#platform/problem';
import { rightsChanged } from '../authenticate.ts';
import { teammateRolesGiven } from '../contract.ts';
import { insertRoles } from '../join-teammate.ts';
import { loadActor } from '../load-actor.ts';
import { teammateById, teammateRows } from '../queries.ts';
import { lockRights, refuseLastOwner } from '../roles/given-rights.ts';
import { knownRights, rolesNamed } from '../roles/role-queries.ts';
import { tellIfOutside } from '../roles/went-outside.ts';
import type { Connection } from './connections.ts';

/** The group that stands for everybody of a provider. */
const everybody = '*';

/** What the groups of somebody mean here. */
export interface Meant {
  /** Roles that they get: of their groups, and no more than whoever mapped them could give today. */
  readonly roleIds: readonly string[];
  readonly placeIds: readonly string[];
}

/** Whoever mapped the groups, with what they may today; null where they have left. */
export async function mapperOf(ctx: ReadCtx, mappedBy: string | null): Promise<Actor | null> {
  if (mappedBy === null) return null;
  const row = await teammateRows(ctx).where('t.id', '=', mappedBy).executeTakeFirst();
  return row && row.deactivated_at === null ? loadActor(ctx, mappedBy) : null;
}

/** What the groups that the provider says mean in roles and places. */
export async function meantBy(ctx: ReadCtx, connection: Connection, groups: readonly string[]): Promise<Meant> {
  const has = new Set([everybody, ...groups]);
  const mine = connection.groups.filter(({ group }) => has.has(group));
  const mapper = await mapperOf(ctx, connection.mappedBy);
  if (!mapper) return { roleIds: [], placeIds: [] };
  const roles = await rolesNamed(ctx, [...new Set(mine.flatMap(({ roleIds }) => roleIds))]);
  return {
    roleIds: roles.filter(({ permissions }) => covers(mapper, knownRights(ctx, permissions))).map(({ id }) => id),
    placeIds: [...new Set(mine.flatMap(({ placeIds }) => placeIds))],
  };
}

/**
 * Brings somebody's roles in line with their groups. Roles that no group of this connection speaks of are left alone, and
 * so is the last administrator. Says whether any role is left.
 */
export async function applyGroups(
  ctx: Ctx,
  connection: Connection,
  teammateId: string,
  meant: Meant,
): Promise<boolean> {
  if (connection.groups.length === 0) return (await teammateById(ctx, teammateId)).roles.length > 0;
  await lockRights(ctx);
  const before = await teammateById(ctx, teammateId);
  const held = before.roles.map(({ id }) => id as string);
  const managed = new Set<string>(connection.groups.flatMap(({ roleIds }) => roleIds));
  const added = meant.roleIds.filter((id) => !held.includes(id));
  const removed = held.filter((id) => managed.has(id) && !isMeant(connection, meant, id));
  await insertRoles(ctx, teammateId, added);
  const taken = (await takeRoles(ctx, teammateId, removed)) ? removed : [];
  await place(ctx, connection, teammateId, meant);
  if (added.length > 0 || taken.length > 0) {
    ctx.emit(teammateRolesGiven, teammateId, { added, removed: taken });
    await tellIfOutside(ctx, before, { added, removed: taken });
    rightsChanged(ctx, teammateId);
    await auditGiven(ctx, connection, before, taken.length < removed.length);
  }
  return held.length + added.length - taken.length > 0;
}

function isMeant(connection: Connection, meant: Meant, roleId: string): boolean {
  return connection.groups.some(({ roleIds }) => roleIds.some((id) => id === roleId)) && meant.roleIds.includes(roleId);
}

/** Takes roles, but never those without which nobody could give any. */
async function takeRoles(ctx: Ctx, teammateId: string, roleIds: readonly string[]): Promise<boolean> {
  if (roleIds.length === 0) return true;
  await sql`
    delete from teammate_roles
    where workspace_id = ${ctx.workspaceId} and teammate_id = ${teammateId}
      and role_id = any(${roleIds}::uuid[])`.execute(ctx.db);
  try {
    await refuseLastOwner(ctx);
    return true;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await insertRoles(ctx, teammateId, roleIds);
    return false;
  }
}

async function place(ctx: Ctx, connection: Connection, teammateId: string, meant: Meant): Promise<void> {
  const managed = [...new Set<string>(connection.groups.flatMap(({ placeIds }) => placeIds))];
  if (managed.length > 0) await ctx.house.groupPlaces?.place(ctx, teammateId, { managed, wanted: meant.placeIds });
}

async function auditGiven(
  ctx: Ctx,
  connection: Connection,
  before: { readonly id: string; readonly name: string; readonly roles: readonly { readonly name: string }[] },
  isLast: boolean,
): Promise<void> {
  const after = await teammateById(ctx, before.id);
  const named = (roles: readonly { readonly name: string }[]) => roles.map(({ name }) => name).toSorted();
  ctx.audit({
    action: 'teammate.roles-given',
    objectKind: 'teammate',
    objectId: before.id,
    objectName: before.name,
    before: { roles: named(before.roles) },
    after: {
      roles: named(after.roles),
      byGroupsOf: connection.name,
      ...(isLast ? { lastAdministratorStays: true } : {}),
    },
  });
}
