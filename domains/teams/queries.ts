import { sql } from 'kysely';
import type { ReadCtx } from '#platform/ctx';
import { builtOnce } from '#platform/database';
import { keptReading } from '#platform/kept';
import { visibleQueues } from './policy.ts';

export interface Queue {
  readonly id: string;
  readonly brandId: string;
  readonly teamId: string;
  readonly name: string;
  readonly position: number;
}

export interface Member {
  readonly teamId: string;
  readonly teammateId: string;
  readonly leads: boolean;
}

/** Most queues of one workspace, and members of its teams, that one read gives. */
const queueLimit = 1_000;
const memberLimit = 20_000;

/** The queues whose conversations the actor may see, in their order. */
export async function queuesFor(ctx: ReadCtx): Promise<readonly Queue[]> {
  const rows = await queueRows(ctx)
    .where(visibleQueues(ctx.actor))
    .where('archived_at', 'is', null)
    .orderBy('position')
    .orderBy('name')
    .orderBy('id')
    .limit(queueLimit)
    .execute();
  return rows.map(asQueue);
}

const queueOfId = builtOnce((db, given: { workspaceId: string; id: string }) =>
  queueRows({ db, workspaceId: given.workspaceId }).where('id', '=', given.id),
);

/** One queue, whoever asks; null where there is none. The caller asks the policy. */
export async function queueById(ctx: ReadCtx, id: string): Promise<Queue | null> {
  const [row] = await queueOfId(ctx.db, { workspaceId: ctx.workspaceId, id });
  return row ? asQueue(row) : null;
}

/** The same for what every message asks: in which queue those of its line wait. */
export const queueOfLine = keptReading('teams.queue', ['queues'], async (ctx, id: string): Promise<Queue | null> => {
  const [row] = await queueOfId(ctx.db, { workspaceId: ctx.workspaceId, id });
  return row ? asQueue(row) : null;
});

const firstQueueOf = builtOnce((db, given: { workspaceId: string; brandId: string }) =>
  queueRows({ db, workspaceId: given.workspaceId })
    .where('brand_id', '=', given.brandId)
    .where('archived_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .limit(1),
);

/** Where a brand's conversations wait when nothing says otherwise: its first queue. */
export const standardQueueOf = keptReading(
  'teams.standard-queue',
  ['queues'],
  async (ctx, brandId: string): Promise<Queue | null> => {
    const [row] = await firstQueueOf(ctx.db, { workspaceId: ctx.workspaceId, brandId });
    return row ? asQueue(row) : null;
  },
);

function queueRows(ctx: Pick<ReadCtx, 'db' | 'workspaceId'>) {
  return ctx.db
    .selectFrom('queues')
    .select(['id', 'brand_id', 'team_id', 'name', 'position'])
    .where('workspace_id', '=', ctx.workspaceId);
}

function asQueue(row: { id: string; brand_id: string; team_id: string; name: string; position: number }): Queue {
  return { id: row.id, brandId: row.brand_id, teamId: row.team_id, name: row.name, position: row.position };
}

/** The teams each of these teammates works in; who works in none has an empty list. */
export async function teamIdsOf(
  ctx: ReadCtx,
  teammateIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const teams = new Map<string, string[]>(teammateIds.map((id) => [id, []]));
  if (teammateIds.length === 0) return teams;
  const rows = await ctx.db
    .selectFrom('team_members')
    .select(['teammate_id', 'team_id'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('teammate_id', '=', sql<string>`any(${[...new Set(teammateIds)]})`)
    .limit(memberLimit)
    .execute();
  for (const row of rows) teams.get(row.teammate_id)?.push(row.team_id);
  return teams;
}

/** Everybody who works in one of these teams, each once. */
export async function teammateIdsOfTeams(ctx: ReadCtx, teamIds: readonly string[]): Promise<readonly string[]> {
  return [...new Set((await membersOf(ctx, teamIds)).map(({ teammateId }) => teammateId))];
}

/** The calendar of a team's own hours; null where it works whenever its brand is served. */
export async function hoursIdOfTeam(ctx: ReadCtx, id: string): Promise<string | null> {
  const row = await ctx.db
    .selectFrom('teams')
    .select('calendar_id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.calendar_id ?? null;
}

/** Those of these teams that are here. */
export async function knownTeams(ctx: ReadCtx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await ctx.db
    .selectFrom('teams')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', sql<string>`any(${[...new Set(ids)]}::uuid[])`)
    .where('archived_at', 'is', null)
    .execute();
  return new Set(rows.map((row) => row.id));
}

/** Who works in these teams, leaders first. */
export async function membersOf(ctx: ReadCtx, teamIds: readonly string[]): Promise<readonly Member[]> {
  if (teamIds.length === 0) return [];
  const rows = await ctx.db
    .selectFrom('team_members')
    .select(['team_id', 'teammate_id', 'leads_since'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('team_id', '=', sql<string>`any(${[...teamIds]})`)
    .orderBy('leads_since')
    .orderBy('since')
    .orderBy('teammate_id')
    .limit(memberLimit)
    .execute();
  return rows.map((row) => ({ teamId: row.team_id, teammateId: row.teammate_id, leads: row.leads_since !== null }));
}

/** Whether one leads a team that the other is in. */
export async function leadsTeamOf(ctx: ReadCtx, leaderId: string, teammateId: string): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('team_members as leader')
    .innerJoin('team_members as member', (join) =>
      join.onRef('member.workspace_id', '=', 'leader.workspace_id').onRef('member.team_id', '=', 'leader.team_id'),
    )
    .select('leader.team_id')
    .where('leader.workspace_id', '=', ctx.workspaceId)
    .where('leader.teammate_id', '=', leaderId)
    .where('leader.leads_since', 'is not', null)
    .where('member.teammate_id', '=', teammateId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
