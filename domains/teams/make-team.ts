import type { teammateWentOutside } from '#domains/identity/contract';
import type { Ctx, EventOf } from '#platform/ctx';
import { newId } from '#platform/database';
import { mayNot, notFound, problem } from '#platform/problem';
import { calendarById } from '#domains/calendars';
import { rightsChanged, teammateById, teammateName } from '#domains/identity';
import { teamJoined, teamLeft, teamMade, type TeamView } from './contract.ts';
import { can } from './policy.ts';
import { teamView } from './views.ts';

const nameTaken = problem('teams/name-taken', 409, 'There is already a team of this name', 'Choose another name.');

/** Makes a team. */
export async function makeTeam(
  ctx: Ctx,
  team: { id?: string; name: string; calendarId: string | null },
): Promise<TeamView> {
  if (!can.makeTeam(ctx.actor)) throw mayNot();
  if (team.calendarId) await calendarById(ctx, team.calendarId);
  return teamView(ctx, await insertTeam(ctx, team));
}

/** Makes a team, whoever asks. */
export async function insertTeam(
  ctx: Ctx,
  team: { id?: string; name: string; calendarId: string | null },
): Promise<string> {
  const id = team.id ?? newId();
  const { numInsertedOrUpdatedRows } = await ctx.db
    .insertInto('teams')
    .values({ workspace_id: ctx.workspaceId, id, name: team.name, calendar_id: team.calendarId, created_at: ctx.now })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'name']).doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows === 0n) throw nameTaken();
  ctx.emit(teamMade, id, {});
  const object = { objectKind: 'team', objectId: id, objectName: team.name };
  ctx.audit({ action: 'team.made', ...object, before: null, after: { name: team.name, calendarId: team.calendarId } });
  return id;
}

/** Calls a team otherwise. */
export async function renameTeam(ctx: Ctx, id: string, name: string): Promise<TeamView> {
  await refuseUnlessConfigurable(ctx, id);
  const before = await teamView(ctx, id);
  const other = await ctx.db
    .selectFrom('teams')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('name', '=', name)
    .where('id', '!=', id)
    .executeTakeFirst();
  if (other) throw nameTaken();
  await ctx.db
    .updateTable('teams')
    .set({ name })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .execute();
  const object = { objectKind: 'team', objectId: id, objectName: name };
  ctx.audit({ action: 'team.renamed', ...object, before: { name: before.name }, after: { name } });
  return teamView(ctx, id);
}

/** Says when a team works; null for whenever its brand does. */
export async function setTeamHours(ctx: Ctx, id: string, calendarId: string | null): Promise<TeamView> {
  await refuseUnlessConfigurable(ctx, id);
  const before = await teamView(ctx, id);
  if (calendarId) await calendarById(ctx, calendarId);
  await ctx.db
    .updateTable('teams')
    .set({ calendar_id: calendarId })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .execute();
  const object = { objectKind: 'team', objectId: id, objectName: before.name };
  ctx.audit({ action: 'team.hours-set', ...object, before: { calendarId: before.calendarId }, after: { calendarId } });
  return teamView(ctx, id);
}

/** Puts somebody into a team, or changes whether they lead it. Twice is once. */
export async function joinTeam(ctx: Ctx, id: string, teammateId: string, leads: boolean): Promise<TeamView> {
  await refuseUnlessConfigurable(ctx, id);
  await teammateById(ctx, teammateId);
  await insertMember(ctx, id, teammateId, leads);
  return teamView(ctx, id);
}

/** Puts somebody into a team, whoever asks. */
export async function insertMember(ctx: Ctx, teamId: string, teammateId: string, leads: boolean): Promise<void> {
  const leads_since = leads ? ctx.now : null;
  await ctx.db
    .insertInto('team_members')
    .values({ workspace_id: ctx.workspaceId, team_id: teamId, teammate_id: teammateId, leads_since, since: ctx.now })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'team_id', 'teammate_id']).doUpdateSet({ leads_since }))
    .execute();
  ctx.emit(teamJoined, teamId, { teammateId, leads });
  const after = { teammateId, name: await teammateName(ctx, teammateId), leads };
  ctx.audit({ action: 'team.joined', objectKind: 'team', objectId: teamId, before: null, after });
  rightsChanged(ctx, teammateId);
}

/** Takes somebody out of a team. */
export async function leaveTeam(ctx: Ctx, id: string, teammateId: string): Promise<TeamView> {
  await refuseUnlessConfigurable(ctx, id);
  await takeOut(ctx, teammateId, id);
  return teamView(ctx, id);
}

/** In the same transaction as the roles: a guest or client works in no team. */
export async function leaveAllTeams(ctx: Ctx, event: EventOf<typeof teammateWentOutside>): Promise<void> {
  await takeOut(ctx, event.subjectId, null);
}

/** Takes somebody out of a team, or out of all of them. */
async function takeOut(ctx: Ctx, teammateId: string, teamId: string | null): Promise<void> {
  const left = await ctx.db
    .deleteFrom('team_members')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('teammate_id', '=', teammateId)
    .$if(teamId !== null, (query) => query.where('team_id', '=', teamId))
    .returning('team_id')
    .execute();
  if (left.length === 0) return;
  const before = { teammateId, name: await teammateName(ctx, teammateId) };
  for (const { team_id: id } of left) {
    ctx.emit(teamLeft, id, { teammateId });
    ctx.audit({ action: 'team.left', objectKind: 'team', objectId: id, before, after: null });
  }
  rightsChanged(ctx, teammateId);
}

async function refuseUnlessConfigurable(ctx: Ctx, id: string): Promise<void> {
  if (!can.readTeam(ctx.actor, id)) throw notFound();
  await teamView(ctx, id);
  if (!can.configureTeam(ctx.actor, id)) throw mayNot();
}
