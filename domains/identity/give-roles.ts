import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx';
import { mayNot } from '#platform/problem';
import { rightsChanged } from './authenticate.ts';
import { teammateRolesGiven, type TeammateView } from './contract.ts';
import { insertRoles } from './join-teammate.ts';
import { can } from './policy.ts';
import { teammateById, type TeammateRow } from './queries.ts';
import { lockRights, refuseLastOwner } from './roles/given-rights.ts';
import { refuseTakingBeyondOwn } from './roles/keep-role.ts';
import { rolesAbove } from './roles/role-queries.ts';
import { tellIfOutside } from './roles/went-outside.ts';
import { teammateView } from './views.ts';

/** Says which roles somebody has. There is always somebody left who may give them. */
export async function giveRoles(ctx: Ctx, id: string, roleIds: readonly string[]): Promise<TeammateView> {
  await lockRights(ctx);
  const teammate = await teammateById(ctx, id);
  if (!can.giveRoles(ctx.actor, teammate)) throw mayNot();
  const before = teammate.roles.map((role) => role.id);
  const added = roleIds.filter((role) => !before.includes(role));
  const removed = before.filter((role) => !roleIds.includes(role));
  if (added.length === 0 && removed.length === 0) return teammateView(ctx.actor, teammate, await rolesAbove(ctx));
  await refuseTakingBeyondOwn(ctx, removed);
  await insertRoles(ctx, id, added);
  await sql`
    delete from teammate_roles
    where workspace_id = ${ctx.workspaceId} and teammate_id = ${id} and role_id = any(${removed}::uuid[])`.execute(
    ctx.db,
  );
  await refuseLastOwner(ctx);
  ctx.emit(teammateRolesGiven, id, { added, removed });
  await tellIfOutside(ctx, teammate, { added, removed });
  rightsChanged(ctx, id);
  const after = await teammateById(ctx, id);
  ctx.audit({
    action: 'teammate.roles-given',
    objectKind: 'teammate',
    objectId: id,
    objectName: teammate.name,
    before: { roles: namesOf(teammate) },
    after: { roles: namesOf(after) },
  });
  return teammateView(ctx.actor, after, await rolesAbove(ctx));
}

function namesOf({ roles }: TeammateRow): readonly string[] {
  return roles.map(({ name }) => name).toSorted();
}
