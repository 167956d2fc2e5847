import { type Kysely, sql } from 'kysely';
import type { ReadCtx } from '#platform/ctx';
import { type DB, planAfresh } from '#platform/database';
import { visible } from '../policy.ts';
import type { SegmentFilter } from '../contract.ts';
import { segmentSql } from './condition-sql.ts';

/** Counted so far; more is "999+". */
const countLimit = 1_000;
/** A count may take this long; one that needs more gives no number. */
const countLimitMs = 50;
const timedOut = '57014';

/**
 * How many customers conditions hold for the actor's eyes; null where that took too long. The limit holds for one
 * transaction only, so this read has one of its own: nothing is changed in it, and no verb runs.
 */
export async function countSegment(ctx: ReadCtx, filter: SegmentFilter): Promise<number | null> {
  try {
    return await ctx.db.transaction().execute(async (db: Kysely<DB>) => {
      await sql`set local statement_timeout = ${sql.lit(countLimitMs)}`.execute(db);
      const { rows } = await sql<{ count: number }>`${sql.raw(planAfresh)} select count(*)::int as count from (
        select id from customers where workspace_id = ${ctx.workspaceId} and ${visible(ctx.actor)}
          and merged_into_id is null and erased_at is null and ${segmentSql(ctx, filter)}
        limit ${countLimit}) as counted`.execute(db);
      return rows[0]?.count ?? 0;
    });
  } catch (error) {
    if ((error as { code?: string }).code === timedOut) return null;
    throw error;
  }
}
