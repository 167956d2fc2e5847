import { knownTeammates } from '#domains/identity';
import type { teammateWentOutside } from '#domains/identity/contract';
import { knownTeams } from '#domains/teams';
import type { Ctx, EventOf, ReadCtx } from '#platform/ctx';
import { problem } from '#platform/problem';
import { change } from './change.ts';
import { type ConfidenceView, confidenceChanged } from './contract.ts';
import { factsOf, load, lock } from './load.ts';
import { can, mayNotAssign } from './policy.ts';

const unknownGuest = problem(
  'conversations/unknown-guest',
  422,
  'Somebody who should be let in is not here',
  'Choose teammates and teams from the list.',
);

/** Most people, and most teams, let in to one conversation. */
const guestLimit = 200;

/** Need to know: from now on only its assignee, who is named here, and who did it may see it. Naming others again changes who. */
export async function confide(
  ctx: Ctx,
  id: string,
  teammateIds: readonly string[],
  teamIds: readonly string[] = [],
): Promise<void> {
  const before = await lock(ctx, id);
  if (!can.assign(ctx.actor, factsOf(before))) throw mayNotAssign();
  const people = [
    ...new Set([...teammateIds, ...(ctx.actor.kind === 'teammate' && ctx.actor.id ? [ctx.actor.id] : [])]),
  ];
  const teams = [...new Set(teamIds)];
  if ((await knownTeammates(ctx, people)).size !== people.length) throw unknownGuest();
  if ((await knownTeams(ctx, teams)).size !== teams.length) throw unknownGuest();
  await clearGrants(ctx, id);
  await letIn(ctx, id, people.slice(0, guestLimit), teams.slice(0, guestLimit));
  await change(ctx, before, {
    confidential_at: before.confidential_at ?? ctx.now,
    confidential_by: before.confidential_by ?? ctx.actor.id,
  });
  ctx.emit(confidenceChanged, id, { confidential: true, teammateIds: people, teamIds: teams });
}

/** Open to its team again. */
export async function unconfide(ctx: Ctx, id: string): Promise<void> {
  const before = await lock(ctx, id);
  if (!can.assign(ctx.actor, factsOf(before))) throw mayNotAssign();
  if (!before.confidential_at) return;
  await clearGrants(ctx, id);
  await change(ctx, before, { confidential_at: null, confidential_by: null });
  ctx.emit(confidenceChanged, id, { confidential: false, teammateIds: [], teamIds: [] });
}

/** In the same transaction as the roles: a guest or client is let in to nothing confidential, also not when they come back. */
export async function forgetLetIn(ctx: Ctx, event: EventOf<typeof teammateWentOutside>): Promise<void> {
  await ctx.db
    .deleteFrom('conversation_grants')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('teammate_id', '=', event.subjectId)
    .execute();
}

/** Who may see it, for those who see it. */
export async function confidenceOf(ctx: ReadCtx, id: string): Promise<ConfidenceView> {
  const conversation = await load(ctx, id);
  const people = await ctx.db
    .selectFrom('conversation_grants')
    .select('teammate_id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('conversation_id', '=', id)
    .limit(guestLimit)
    .execute();
  const teams = await ctx.db
    .selectFrom('conversation_team_grants')
    .select('team_id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('conversation_id', '=', id)
    .limit(guestLimit)
    .execute();
  return {
    confidential: conversation.confidential_at !== null,
    since: conversation.confidential_at?.toISOString() ?? null,
    by: conversation.confidential_by,
    teammateIds: people.map((row) => row.teammate_id),
    teamIds: teams.map((row) => row.team_id),
  };
}

async function letIn(ctx: Ctx, id: string, people: readonly string[], teams: readonly string[]): Promise<void> {
  const given = { workspace_id: ctx.workspaceId, conversation_id: id, given_at: ctx.now, given_by: ctx.actor.id };
  if (people.length > 0) {
    await ctx.db
      .insertInto('conversation_grants')
      .values(people.map((teammate) => ({ ...given, teammate_id: teammate })))
      .execute();
  }
  if (teams.length === 0) return;
  await ctx.db
    .insertInto('conversation_team_grants')
    .values(teams.map((team) => ({ ...given, team_id: team })))
    .execute();
}

async function clearGrants(ctx: Ctx, id: string): Promise<void> {
  for (const table of ['conversation_grants', 'conversation_team_grants'] as const) {
    await ctx.db
      .deleteFrom(table)
      .where('workspace_id', '=', ctx.workspaceId)
      .where('conversation_id', '=', id)
      .execute();
  }
}
