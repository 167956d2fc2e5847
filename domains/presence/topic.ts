import { sql } from 'kysely';
import type { ReadCtx } from '#platform/ctx';
import type { Topic } from '#platform/domain';
import { teamIdsOf, teammateIdsOfTeams } from '#domains/teams';
import type { OpenInterval } from './open-interval.ts';
import { can, reachOf } from './policy.ts';
import { presenceNow } from './queries.ts';
import { viewOf } from './views.ts';

interface Row {
  readonly open: OpenInterval;
  readonly teamIds: readonly string[];
}

/** The list of everybody; the list of a team is `presence:team:<id>`, one teammate `presence:<id>`. */
const everybody = 'presence:everybody';
const teamRoom = /^presence:team:([0-9a-f-]{36})$/;
const ownRoom = /^presence:([0-9a-f-]{36})$/;

/** Open screens follow states as they change. */
export const presenceTopic: Topic = {
  name: 'presence',
  async load(ctx, teammateIds) {
    const [open, teams] = await Promise.all([presenceNow(ctx, teammateIds), teamIdsOf(ctx, teammateIds)]);
    return new Map([...open].map(([id, one]): [string, Row] => [id, { open: one, teamIds: teams.get(id) ?? [] }]));
  },
  view(actor, row) {
    const { open, teamIds } = row as Row;
    return can.read(actor, { teammateId: open.teammateId, teamIds }) ? viewOf(open) : null;
  },
  rooms: (row) => [everybody, ...(row as Row).teamIds.map((id) => `presence:team:${id}`)],
  async mayJoin(ctx, room) {
    if (room === everybody) return reachOf(ctx.actor) === 'all';
    const teamId = teamRoom.exec(room)?.[1];
    if (teamId) return reachOf(ctx.actor) === 'all' || (reachOf(ctx.actor) === 'team' && ctx.actor.teamIds.has(teamId));
    const teammateId = ownRoom.exec(room)?.[1];
    if (!teammateId) return false;
    const teams = await teamIdsOf(ctx, [teammateId]);
    return can.read(ctx.actor, { teammateId, teamIds: teams.get(teammateId) ?? [] });
  },
  async head(ctx, room) {
    if (room === everybody) return changesIn(ctx, null);
    const teamId = teamRoom.exec(room)?.[1];
    const teammateId = ownRoom.exec(room)?.[1];
    if (teamId) return changesIn(ctx, await teammateIdsOfTeams(ctx, [teamId]));
    return teammateId ? changesIn(ctx, [teammateId]) : null;
  },
};

/** Each change raises one version by one, so their sum says whether a screen missed any. */
async function changesIn(ctx: ReadCtx, teammateIds: readonly string[] | null): Promise<string | null> {
  const row = await ctx.db
    .selectFrom('presence_intervals')
    .select(sql<number | null>`sum(version)`.as('changes'))
    .where('workspace_id', '=', ctx.workspaceId)
    .where('ended_at', 'is', null)
    .$if(teammateIds !== null, (query) =>
      query.where('teammate_id', '=', sql<string>`any(${[...(teammateIds ?? [])]}::uuid[])`),
    )
    .executeTakeFirst();
  return row?.changes == null ? null : String(row.changes);
}
