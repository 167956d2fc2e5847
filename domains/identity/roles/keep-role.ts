import type { BodyOf } from '#platform/contract';
import type { Ctx } from '#platform/ctx';
import { covers } from '#platform/policy';
import { invalidInput, mayNot, notFound, problem, sameIdOtherBody } from '#platform/problem';
import { rightsChanged } from '../authenticate.ts';
import { type changeRole as changeRoute, type copyRole as copyRoute, roleChanged, type RoleView } from '../contract.ts';
import { can } from '../policy.ts';
import type { RoleRow } from '../queries.ts';
import { lockRights, refuseLastOwner, refuseMoreThanOwn, refuseWidening, takesMoreThanYours } from './given-rights.ts';
import { holdersOf, knownRights, listedRole, lockedRole, rolesNamed, roleTotal } from './role-queries.ts';

/** Most roles of one workspace. */
const roleLimit = 200;

const nameTaken = problem(
  'identity/role-name-taken',
  409,
  'There is already a role of this name',
  'Choose another name.',
);
const isBuiltIn = problem(
  'identity/role-built-in',
  409,
  'This role comes with Rapport and follows its desk',
  'Make a copy, and change that.',
);
const isHeld = problem(
  'identity/role-held',
  409,
  'Somebody still has this role',
  'Give them another one first, then remove it.',
);
const tooMany = problem('identity/too-many-roles', 409, 'There are too many roles', 'Remove some that nobody has.');

/** Makes a role of one's own from another one; the same id again is the same role. */
export async function copyRole(ctx: Ctx, fromId: string, body: BodyOf<typeof copyRoute>): Promise<RoleView> {
  if (!can.configureRoles(ctx.actor)) throw mayNot();
  const from = await lockedRole(ctx, fromId);
  refuseMoreThanOwn(ctx, from.permissions);
  await refuseName(ctx, body.id, body.name);
  if ((await roleTotal(ctx)) >= roleLimit) throw tooMany();
  const { numInsertedOrUpdatedRows } = await ctx.db
    .insertInto('roles')
    .values({
      workspace_id: ctx.workspaceId,
      id: body.id,
      name: body.name,
      desk_id: from.deskId,
      permissions: JSON.stringify(from.permissions),
      built_in: false,
      created_at: ctx.now,
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'id']).doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows === 0n) return sameRole(ctx, body);
  ctx.emit(roleChanged, body.id, { how: 'made' });
  auditRole(ctx, 'role.made', null, { ...from, id: body.id, name: body.name });
  return listedRole(ctx, body.id);
}

async function sameRole(ctx: Ctx, body: BodyOf<typeof copyRoute>): Promise<RoleView> {
  const there = await listedRole(ctx, body.id);
  if (there.isBuiltIn || there.name !== body.name) throw sameIdOtherBody();
  return there;
}

/** Changes a role of one's own. Its new rights hold at the next request of everybody who has it. */
export async function changeRole(ctx: Ctx, id: string, changes: BodyOf<typeof changeRoute>): Promise<RoleView> {
  if (!can.configureRoles(ctx.actor)) throw mayNot();
  await lockRights(ctx);
  const before = await lockedRole(ctx, id);
  if (before.isBuiltIn) throw isBuiltIn();
  const after: RoleRow = {
    ...before,
    name: changes.name ?? before.name,
    deskId: changes.deskId ?? before.deskId,
    permissions: changes.permissions ?? before.permissions,
  };
  refuseWidening(ctx, before.permissions, after.permissions);
  refuseNoDesk(ctx, after.deskId);
  if (after.name !== before.name) await refuseName(ctx, id, after.name);
  await ctx.db
    .updateTable('roles')
    .set({ name: after.name, desk_id: after.deskId, permissions: JSON.stringify(after.permissions) })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .execute();
  await refuseLastOwner(ctx);
  ctx.emit(roleChanged, id, { how: 'changed' });
  auditRole(ctx, 'role.changed', before, after);
  for (const teammateId of await holdersOf(ctx, id)) rightsChanged(ctx, teammateId);
  return listedRole(ctx, id);
}

/** Removes a role of one's own that nobody has. */
export async function removeRole(ctx: Ctx, id: string): Promise<void> {
  if (!can.configureRoles(ctx.actor)) throw mayNot();
  await lockRights(ctx);
  const role = await lockedRole(ctx, id);
  if (role.isBuiltIn) throw isBuiltIn();
  if ((await holdersOf(ctx, id)).length > 0) throw isHeld();
  await ctx.db
    .deleteFrom('teammate_roles')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('role_id', '=', id)
    .execute();
  await ctx.db.deleteFrom('roles').where('workspace_id', '=', ctx.workspaceId).where('id', '=', id).execute();
  ctx.emit(roleChanged, id, { how: 'removed' });
  auditRole(ctx, 'role.removed', role, null);
}

/** Refuses to give roles that allow more than who gives them may; a role that is not there is nobody's to give. */
export async function refuseRolesBeyondOwn(ctx: Ctx, roleIds: readonly string[]): Promise<void> {
  for (const { permissions } of await rolesNamed(ctx, roleIds)) refuseMoreThanOwn(ctx, knownRights(ctx, permissions));
}

/** Refuses to take roles that allow more than who takes them may: nobody moves somebody who stands above them. */
export async function refuseTakingBeyondOwn(ctx: Ctx, roleIds: readonly string[]): Promise<void> {
  for (const { permissions } of await rolesNamed(ctx, roleIds))
    if (!covers(ctx.actor, knownRights(ctx, permissions))) throw takesMoreThanYours();
}

function refuseNoDesk(ctx: Ctx, deskId: string): void {
  if (!ctx.house.desks.some(({ id }) => id === deskId))
    throw invalidInput({ fields: [{ path: 'body.deskId', message: 'is no desk' }] });
}

/** A desk of a later version takes the name of its title: nobody's own role stands in its way. */
async function refuseName(ctx: Ctx, id: string, name: string): Promise<void> {
  const same = name.toLowerCase();
  if (ctx.house.desks.some(({ title }) => title.toLowerCase() === same)) throw nameTaken();
  const other = await ctx.db
    .selectFrom('roles')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where((eb) => eb(eb.fn<string>('lower', ['name']), '=', same))
    .where('id', '!=', id)
    .executeTakeFirst();
  if (other) throw nameTaken();
}

function auditRole(ctx: Ctx, action: string, before: RoleRow | null, after: RoleRow | null): void {
  const role = after ?? before;
  if (!role) throw notFound();
  const facts = (one: RoleRow | null) => one && { name: one.name, deskId: one.deskId, ...one.permissions };
  const object = { objectKind: 'role', objectId: role.id, objectName: role.name };
  ctx.audit({ action, ...object, before: facts(before), after: facts(after) });
}
