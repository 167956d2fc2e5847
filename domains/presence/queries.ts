import { sql } from 'kysely';
import type { ReadCtx } from '#platform/ctx';
import { openColumns, openInterval, type OpenInterval } from './open-interval.ts';

/** Most teammates one read answers for. */
const teammateLimit = 1_000;

/** The present state of these teammates; one who never had a state is absent. */
export async function presenceNow(
  ctx: ReadCtx,
  teammateIds: readonly string[],
): Promise<ReadonlyMap<string, OpenInterval>> {
  if (teammateIds.length === 0) return new Map();
  const rows = await ctx.db
    .selectFrom('presence_intervals')
    .select(openColumns)
    .where('workspace_id', '=', ctx.workspaceId)
    .where('teammate_id', '=', sql<string>`any(${[...teammateIds]}::uuid[])`)
    .where('ended_at', 'is', null)
    .limit(teammateLimit)
    .execute();
  return new Map(rows.map((row) => [row.teammate_id, openInterval(row)]));
}

/** The present state of everybody in the workspace. */
export async function everybodyNow(ctx: ReadCtx): Promise<readonly OpenInterval[]> {
  const rows = await ctx.db
    .selectFrom('presence_intervals')
    .select(openColumns)
    .where('workspace_id', '=', ctx.workspaceId)
    .where('ended_at', 'is', null)
    .limit(teammateLimit)
    .execute();
  return rows.map(openInterval);
}

/** Of these teammates, those whom a call may be offered to: available, the one who waits longest first. */
export async function freeForCalls(
  ctx: ReadCtx,
  teammateIds: readonly string[] | 'everybody',
): Promise<readonly string[]> {
  const now =
    teammateIds === 'everybody' ? await everybodyNow(ctx) : [...(await presenceNow(ctx, teammateIds)).values()];
  return now
    .filter(({ state }) => state === 'available')
    .sort((a, b) => a.startedAt.getTime() - b.startedAt.getTime() || (a.teammateId < b.teammateId ? -1 : 1))
    .map(({ teammateId }) => teammateId);
}
