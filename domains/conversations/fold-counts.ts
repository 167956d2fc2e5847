import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx';

/** Most deltas one run folds. */
const foldLimit = 20_000;

/** Folds appended deltas into the kept counters: a job. Reading in between adds what is not folded, so nothing jumps. */
export async function foldCounts(ctx: Ctx): Promise<void> {
  await sql`
    with taken as (
      delete from list_count_deltas where workspace_id = ${ctx.workspaceId} and id in (
        select id from list_count_deltas where workspace_id = ${ctx.workspaceId} order by id limit ${foldLimit} for update skip locked
      ) returning box, box_id, brand_id, status_category, confidential, delta
    )
    insert into list_counts (workspace_id, box, box_id, brand_id, status_category, confidential, count)
    select ${ctx.workspaceId}::uuid, box, box_id, brand_id, status_category, confidential, sum(delta)
    from taken group by box, box_id, brand_id, status_category, confidential
    on conflict (workspace_id, box, box_id, brand_id, status_category, confidential)
    do update set count = list_counts.count + excluded.count`.execute(ctx.db);
}
