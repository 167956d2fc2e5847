import { loadActor } from '#domains/identity';
import type { Ctx } from '#platform/ctx';
import type { Job, Tools, Who } from '#platform/domain';
import { isRefusal } from '#platform/problem';
import { sql } from 'kysely';
import { act, isChanged, takeBack } from './act.ts';
import { BatchAction } from './contract.ts';
import { finishBatch } from './end-batch.ts';
import { type BatchRecord, byId } from './queries.ts';

/** Most conversations of one run; the next run takes the rest, so that a worker that was killed is soon replaced. */
const sliceItems = 200;
/** How often open screens are told how far it is, and the maker's rights are read anew, in conversations. */
const stepItems = 10;
const whyLimit = 500;

/** What a state takes up, and in which order: the last done is the first taken back. */
const work = {
  running: { outcome: 'waiting', order: 'asc' },
  undoing: { outcome: 'changed', order: 'desc' },
} as const;
type State = keyof typeof work;

interface Item {
  readonly position: number;
  readonly conversation_id: string;
  readonly before: unknown;
  readonly after: unknown;
}

/**
 * Works a batch through, a transaction a conversation: what was done and that it is done are written together, so that a
 * killed worker's successor does none twice.
 */
export const runBatch: Job = {
  name: 'bulk.run',
  limitSeconds: 60,
  async run(tools, data) {
    const batchId = String(data['batchId']);
    const us: Who = { workspaceId: data.workspaceId, via: 'job' };
    let who: Who = us;
    for (let done = 0; done < sliceItems; done += 1) {
      const batch = await tools.read(us, (ctx) => byId(ctx, batchId).executeTakeFirst());
      if (!batch || !(batch.state in work)) return;
      // by the rights of this moment: whoever lost them changes nothing more
      if (done % stepItems === 0)
        who = { ...us, via: 'bulk', actor: await tools.read(us, (ctx) => loadActor(ctx, batch.made_by)) };
      if (!(await doNext(tools, who, batch))) return tools.transact(us, (ctx) => finishBatch(ctx, batchId));
    }
    return tools.transact(us, async (ctx) => ctx.enqueue('bulk.run', { batchId }));
  },
};

/** One conversation more, or false where none is left. What is refused is written down in its words. */
async function doNext(tools: Tools, who: Who, batch: BatchRecord): Promise<boolean> {
  let tried: Item | undefined;
  try {
    return await tools.transact(who, async (ctx) => {
      tried = await claim(ctx, batch);
      if (tried) await settle(ctx, batch, tried, await doItem(ctx, batch, tried));
      return tried !== undefined;
    });
  } catch (error) {
    if (!isRefusal(error) || tried === undefined) throw error;
    const item = tried;
    const why = [error.message, error.help].filter(Boolean).join('. ').slice(0, whyLimit);
    await tools.transact(who, (ctx) => settle(ctx, batch, item, { outcome: refusedAs(batch), why }));
    return true;
  }
}

function refusedAs(batch: BatchRecord): 'refused' | 'kept' {
  return batch.state === 'running' ? 'refused' : 'kept';
}

/** The next one under its lock; one that another worker holds is its own. */
function claim(ctx: Ctx, batch: BatchRecord): Promise<Item | undefined> {
  const { outcome, order } = work[batch.state as State];
  return ctx.db
    .selectFrom('batch_items')
    .select(['position', 'conversation_id', 'before', 'after'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('batch_id', '=', batch.id)
    .where('outcome', '=', outcome)
    .orderBy('position', order)
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
}

interface Result {
  readonly outcome: 'changed' | 'same' | 'refused' | 'undone' | 'kept';
  readonly why?: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

async function doItem(ctx: Ctx, batch: BatchRecord, item: Item): Promise<Result> {
  if (batch.state === 'undoing') {
    await takeBack(ctx, item.conversation_id, item);
    return { outcome: 'undone' };
  }
  const action = BatchAction.parse(batch.action);
  const trace = await act(ctx, item.conversation_id, action);
  return { outcome: isChanged(trace, action) ? 'changed' : 'same', ...trace };
}

/** Writes down what became of it, and how far the batch is. A batch that was cancelled meanwhile changes nothing more. */
async function settle(ctx: Ctx, batch: BatchRecord, item: Item, result: Result): Promise<void> {
  const isRefused = result.outcome === 'refused' || result.outcome === 'kept';
  await ctx.db
    .updateTable('batch_items')
    .set({
      outcome: result.outcome,
      why: result.why ?? null,
      ...(result.before ? { before: JSON.stringify(result.before), after: JSON.stringify(result.after) } : {}),
    })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('batch_id', '=', batch.id)
    .where('position', '=', item.position)
    .execute();
  const row = await ctx.db
    .updateTable('batches')
    .set({
      progress: sql`progress + 1`,
      refused: sql`refused + ${isRefused ? 1 : 0}`,
      same: sql`same + ${result.outcome === 'same' ? 1 : 0}`,
      moved_at: ctx.now,
      version: sql`version + 1`,
    })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', batch.id)
    .returning('progress')
    .executeTakeFirstOrThrow();
  if (row.progress % stepItems === 0) ctx.touch('batch', batch.id);
}
