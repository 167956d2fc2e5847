import type { Ctx } from '#platform/ctx';
import { mayNot } from '#platform/problem';
import { rightsChanged } from './authenticate.ts';
import { teammateDeactivated, type TeammateView } from './contract.ts';
import { can } from './policy.ts';
import { teammateById } from './queries.ts';
import { lockRights, refuseLastOwner } from './roles/given-rights.ts';
import { refuseTakingBeyondOwn } from './roles/keep-role.ts';
import { rolesAbove } from './roles/role-queries.ts';
import { teammateView } from './views.ts';

/** Somebody left: no session of theirs works here any more, what they did stays theirs. Twice is once. */
export async function deactivateTeammate(ctx: Ctx, id: string): Promise<TeammateView> {
  await lockRights(ctx);
  const teammate = await teammateById(ctx, id);
  if (teammate.deactivatedAt) return teammateView(ctx.actor, teammate, await rolesAbove(ctx));
  if (!can.deactivate(ctx.actor, teammate)) throw mayNot();
  await refuseTakingBeyondOwn(
    ctx,
    teammate.roles.map((role) => role.id),
  );
  await ctx.db
    .updateTable('teammates')
    .set({ deactivated_at: ctx.now })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .execute();
  await refuseLastOwner(ctx);
  ctx.emit(teammateDeactivated, id, {});
  rightsChanged(ctx, id);
  ctx.audit({
    action: 'teammate.deactivated',
    objectKind: 'teammate',
    objectId: id,
    objectName: teammate.name,
    before: { roles: teammate.roles.map(({ name }) => name) },
    after: null,
  });
  return teammateView(ctx.actor, { ...teammate, deactivatedAt: ctx.now }, await rolesAbove(ctx));
}
