import { list, readFilter, refuseFullOf } from '#domains/conversations';
import { foreseeMacro } from '#domains/macros';
import type { MacroForecast } from '#domains/macros/contract';
import { queuesFor } from '#domains/teams';
import type { Ctx, ReadCtx } from '#platform/ctx';
import { notFound, sameIdOtherBody } from '#platform/problem';
import { personOf } from './act.ts';
import { type BatchAction, batchLimits, batchStarted, type BatchView } from './contract.ts';
import { nothingChosen, onlyPeople, tooManyAtWork } from './policy.ts';
import { batchView, byId, load } from './queries.ts';

/** Which conversations, as they were asked for. */
export interface Chosen {
  readonly ids?: readonly string[] | undefined;
  readonly list?: ChosenList | undefined;
  readonly except?: readonly string[];
}

/** A list as the console shows it. */
export interface ChosenList {
  readonly box: Parameters<typeof list>[1]['box'];
  readonly filter?: string | undefined;
  readonly queueId?: string | undefined;
  readonly order: Parameters<typeof list>[1]['order'];
}

/** Conversations read at once. */
const pageRows = 500;
/** Most batches of one teammate at work at the same time. */
const atWorkLimit = 3;

/** Start a batch: which conversations it is for is settled now, for the eyes of who asks. The same id again is the same. */
export async function startBatch(
  ctx: Ctx,
  wish: Chosen & { readonly id: string; readonly action: BatchAction },
): Promise<BatchView> {
  const madeBy = ctx.actor.kind === 'teammate' ? ctx.actor.id : null;
  if (madeBy === null) throw onlyPeople();
  const there = await byId(ctx, wish.id).executeTakeFirst();
  if (there) {
    if (there.made_by !== madeBy) throw sameIdOtherBody();
    return batchView(ctx, there);
  }
  const ids = await idsOf(ctx, wish);
  if (ids.length === 0) throw nothingChosen();
  if ((await atWork(ctx, madeBy)) >= atWorkLimit) throw tooManyAtWork();
  await refuseFullHands(ctx, ids, wish.action);
  await ctx.db
    .insertInto('batches')
    .values({
      workspace_id: ctx.workspaceId,
      id: wish.id,
      made_by: madeBy,
      made_at: ctx.now,
      action: JSON.stringify(wish.action),
      state: 'running',
      total: ids.length,
      moved_at: ctx.now,
    })
    .execute();
  for (let from = 0; from < ids.length; from += pageRows) {
    await ctx.db
      .insertInto('batch_items')
      .values(
        ids.slice(from, from + pageRows).map((conversationId, at) => ({
          workspace_id: ctx.workspaceId,
          batch_id: wish.id,
          position: from + at,
          conversation_id: conversationId,
        })),
      )
      .execute();
  }
  ctx.emit(batchStarted, wish.id, { does: wish.action.do, total: ids.length });
  ctx.enqueue('bulk.run', { batchId: wish.id });
  return batchView(ctx, await load(ctx, wish.id));
}

/** Hands that the whole of it would overfill are asked about before anything begins, not a conversation at a time. */
async function refuseFullHands(ctx: Ctx, ids: readonly string[], action: BatchAction): Promise<void> {
  if (action.do !== 'assign' || action.anyway) return;
  const teammateId = personOf(ctx, action.assigneeId);
  if (teammateId !== null) await refuseFullOf(ctx, ids, teammateId);
}

/** How many a list holds for a batch, up to its limit. */
export async function countChosen(ctx: ReadCtx, asked: ChosenList): Promise<{ count: number; isMore: boolean }> {
  const ids = await idsOfList(ctx, asked, batchLimits.conversations + 1);
  return { count: Math.min(ids.length, batchLimits.conversations), isMore: ids.length > batchLimits.conversations };
}

/** What a macro would do to what is chosen, for the eyes and by the rights of who asks. */
export async function previewBatch(
  ctx: ReadCtx,
  wish: Chosen & { readonly macroId: string; readonly anyway: boolean },
): Promise<MacroForecast> {
  return foreseeMacro(ctx, await idsOf(ctx, wish), wish);
}

/** Those that may be seen, each once; what may not be is not there. */
async function idsOf(ctx: ReadCtx, { ids, list: asked, except = [] }: Chosen): Promise<readonly string[]> {
  const named = await idsThere(ctx, ids ?? []);
  const listed = asked ? await idsOfList(ctx, asked, batchLimits.conversations) : [];
  const left = new Set(await idsThere(ctx, except));
  return [...new Set([...named, ...listed])].filter((id) => !left.has(id)).slice(0, batchLimits.conversations);
}

/** Where none of those named may be seen, there is nothing here; one that is gone meanwhile is left out. */
async function idsThere(ctx: ReadCtx, ids: readonly string[]): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  const { rows } = await list(ctx, { box: 'filter', order: 'newest', limit: batchLimits.named, only: ids });
  const found = new Set(rows.map(({ id }) => id));
  if (found.size === 0) throw notFound();
  return [...new Set(ids)].filter((id) => found.has(id));
}

async function idsOfList(ctx: ReadCtx, asked: ChosenList, limit: number): Promise<readonly string[]> {
  const { queueId } = asked;
  if (queueId !== undefined && !(await queuesFor(ctx)).some(({ id }) => id === queueId)) throw notFound();
  const ids = new Set<string>();
  let after: string | undefined;
  while (ids.size < limit) {
    const page = await list(ctx, { ...asked, filter: readFilter(asked.filter), after, limit: pageRows });
    for (const { id } of page.rows) ids.add(id);
    if (page.next === null) break;
    after = page.next;
  }
  return [...ids].slice(0, limit);
}

async function atWork(ctx: ReadCtx, madeBy: string): Promise<number> {
  const rows = await ctx.db
    .selectFrom('batches')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('made_by', '=', madeBy)
    .where('state', 'in', ['running', 'undoing'])
    .limit(atWorkLimit)
    .execute();
  return rows.length;
}
