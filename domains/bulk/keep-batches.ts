import type { Ctx } from '#platform/ctx';

/** Work that has not moved for so long has lost its worker. */
const stillMs = 90_000;
/** Most batches one run takes up again. */
const takeLimit = 50;

/** Takes up what stands still: a job, every minute. */
export async function takeUpAgain(ctx: Ctx): Promise<void> {
  const still = await ctx.db
    .selectFrom('batches')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('state', 'in', ['running', 'undoing'])
    .where('moved_at', '<', new Date(ctx.now.getTime() - stillMs))
    .limit(takeLimit)
    .execute();
  for (const { id } of still) ctx.enqueue('bulk.run', { batchId: id }, { singletonKey: `bulk ${id}` });
}

/** How long is remembered what became of each, in days: the history of the conversations stays. */
const keptDays = 30;
const forgetLimit = 100;

/** Forgets old batches: a job, every night. */
export async function forgetBatches(ctx: Ctx): Promise<void> {
  const old = await ctx.db
    .selectFrom('batches')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('made_at', '<', new Date(ctx.now.getTime() - keptDays * 24 * 3_600_000))
    .limit(forgetLimit)
    .execute();
  for (const { id } of old) {
    await ctx.db
      .deleteFrom('batch_items')
      .where('workspace_id', '=', ctx.workspaceId)
      .where('batch_id', '=', id)
      .execute();
    await ctx.db.deleteFrom('batches').where('workspace_id', '=', ctx.workspaceId).where('id', '=', id).execute();
  }
}
