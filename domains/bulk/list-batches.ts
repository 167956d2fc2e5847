import { numbersOf } from '#domains/conversations';
import type { ReadCtx } from '#platform/ctx';
import type { BatchView, itemOutcomes } from './contract.ts';
import { batchView, columns, load } from './queries.ts';

/** Most batches that are listed, and how far back. */
const shownBatches = 20;
const shownMs = 24 * 3_600_000;
const pageRows = 50;

/** The actor's batches of the last day, the newest first. */
export async function listBatches(ctx: ReadCtx): Promise<{ rows: BatchView[] }> {
  if (ctx.actor.kind !== 'teammate' || !ctx.actor.id) return { rows: [] };
  const rows = await ctx.db
    .selectFrom('batches')
    .select(columns)
    .where('workspace_id', '=', ctx.workspaceId)
    .where('made_by', '=', ctx.actor.id)
    .where('made_at', '>', new Date(ctx.now.getTime() - shownMs))
    .orderBy('made_at', 'desc')
    .limit(shownBatches)
    .execute();
  return { rows: rows.map((row) => batchView(ctx, row)) };
}

/** What became of its conversations, in words; those the reader may no longer see are left out. */
export async function listBatchItems(
  ctx: ReadCtx,
  id: string,
  asked: { readonly outcome: (typeof itemOutcomes)[number]; readonly after?: string | undefined },
) {
  await load(ctx, id);
  const items = await ctx.db
    .selectFrom('batch_items')
    .select(['position', 'conversation_id', 'why'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('batch_id', '=', id)
    .where('outcome', '=', asked.outcome)
    .where('position', '>', Number(asked.after ?? -1) || -1)
    .orderBy('position')
    .limit(pageRows + 1)
    .execute();
  const page = items.slice(0, pageRows);
  const known = await numbersOf(
    ctx,
    page.map((item) => item.conversation_id),
  );
  return {
    rows: page.flatMap((item) => {
      const named = known.get(item.conversation_id);
      return named ? [{ conversationId: item.conversation_id, ...named, why: item.why }] : [];
    }),
    next: items.length > pageRows ? String(page.at(-1)?.position) : null,
  };
}
