import type { Ctx } from '#platform/ctx';
import { batchEnded, batchUndone, type BatchView } from './contract.ts';
import { can, mayNotUndo } from './policy.ts';
import { type BatchRecord, batchView, byId, change, factsOf, load, lock } from './queries.ts';

/** Nothing is left to do: it has ended, or is taken back. Where another worker still holds some, that one ends it. */
export async function finishBatch(ctx: Ctx, batchId: string): Promise<void> {
  const batch = await byId(ctx, batchId).forUpdate().executeTakeFirst();
  if (!batch) return;
  const counts = await countsOf(ctx, batchId);
  if (batch.state === 'running' && counts.waiting === 0) return end(ctx, batch, 'done');
  if (batch.state !== 'undoing' || counts.changed > 0) return;
  await change(ctx, batchId, { state: 'undone', undone_at: ctx.now });
  ctx.emit(batchUndone, batchId, { undone: counts.undone, kept: counts.kept });
}

/** Stop: what is done stays and can be undone, the rest is left as it is. */
export async function cancelBatch(ctx: Ctx, id: string): Promise<BatchView> {
  const batch = await lock(ctx, id);
  if (can.cancel(ctx.actor, factsOf(batch))) {
    await ctx.db
      .updateTable('batch_items')
      .set({ outcome: 'skipped' })
      .where('workspace_id', '=', ctx.workspaceId)
      .where('batch_id', '=', id)
      .where('outcome', '=', 'waiting')
      .execute();
    await end(ctx, batch, 'cancelled');
  }
  return batchView(ctx, await load(ctx, id));
}

/** Take all of it back, the last first, as a job. Asking twice is asking once. */
export async function undoBatch(ctx: Ctx, id: string): Promise<BatchView> {
  const batch = await lock(ctx, id);
  if (batch.state !== 'undoing' && batch.state !== 'undone') {
    if (!can.undo(ctx.actor, factsOf(batch), ctx.now)) throw mayNotUndo();
    await change(ctx, id, { state: 'undoing', progress: 0, refused: 0 });
    ctx.enqueue('bulk.run', { batchId: id });
  }
  return batchView(ctx, await load(ctx, id));
}

async function end(ctx: Ctx, batch: BatchRecord, how: 'done' | 'cancelled'): Promise<void> {
  const { changed, refused } = await countsOf(ctx, batch.id);
  await change(ctx, batch.id, { state: how, finished_at: ctx.now });
  ctx.emit(batchEnded, batch.id, { how, changed, refused });
}

async function countsOf(ctx: Ctx, batchId: string) {
  const rows = await ctx.db
    .selectFrom('batch_items')
    .select(['outcome', (eb) => eb.fn.countAll<string>().as('count')])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('batch_id', '=', batchId)
    .groupBy('outcome')
    .execute();
  const count = (outcome: string): number => Number(rows.find((row) => row.outcome === outcome)?.count ?? 0);
  return {
    waiting: count('waiting'),
    changed: count('changed'),
    refused: count('refused'),
    undone: count('undone'),
    kept: count('kept'),
  };
}
