import { loadActor } from '#domains/identity';
import type { Ctx, ReadCtx } from '#platform/ctx';
import { newId } from '#platform/database';
import type { Job, Tools, Who } from '#platform/domain';
import type { Actor } from '#platform/policy';
import { isRefusal, problem, sameIdOtherBody, signInFirst } from '#platform/problem';
import * as z from 'zod';
import { change } from '../change.ts';
import { close } from '../close.ts';
import { fannedOut, type FanOutView } from '../contract.ts';
import { factsOf, load, loadMany, lock } from '../load.ts';
import { can, mayNotReply } from '../policy.ts';
import { reply } from '../reply.ts';
import { anyOf } from '../sql.ts';
import { linkedTo } from './list-links.ts';

const nobodyToTell = problem(
  'conversations/no-incidents',
  409,
  'No open conversation is linked here as caused by this one',
  'Link those it causes first.',
);
const nothingToDo = problem(
  'conversations/fan-out-does-nothing',
  422,
  'This would do nothing',
  'Write something, or choose that they are closed.',
);

type Then = FanOutView['then'];

/** One answer to the customers of all open conversations that this one causes. The list is fixed now; a job goes through it. */
export async function answerIncidents(
  ctx: Ctx,
  problemId: string,
  given: { readonly id: string; readonly text: string; readonly then: Then },
): Promise<FanOutView> {
  const before = await lock(ctx, problemId);
  if (!can.reply(ctx.actor, factsOf(before))) throw mayNotReply();
  if (!ctx.actor.id) throw signInFirst();
  if (given.text.trim() === '' && given.then === 'stay') throw nothingToDo();
  const there = await fanOutById(ctx, given.id);
  if (there) {
    if (there.conversation_id !== problemId) throw sameIdOtherBody();
    return viewById(ctx, given.id);
  }
  const incidents = (await linkedTo(ctx, problemId, 'causes')).filter((one) => one.closed_at === null);
  if (incidents.length === 0) throw nobodyToTell();
  await ctx.db
    .insertInto('fan_outs')
    .values({
      workspace_id: ctx.workspaceId,
      id: given.id,
      conversation_id: problemId,
      text: given.text,
      has_text: given.text.trim() !== '',
      after_reply: given.then,
      made_by: ctx.actor.id,
      made_at: ctx.now,
    })
    .execute();
  await ctx.db
    .insertInto('fan_out_items')
    .values(
      incidents.map((one) => ({
        workspace_id: ctx.workspaceId,
        fan_out_id: given.id,
        conversation_id: one.id,
        entry_id: newId(),
      })),
    )
    .execute();
  await change(ctx, before, {});
  ctx.emit(fannedOut, problemId, { fanOutId: given.id, conversations: incidents.length });
  ctx.enqueue('conversations.fan-out', { fanOutId: given.id });
  return viewById(ctx, given.id);
}

/**
 * Answers one conversation after the other, each in a transaction of its own, as whoever wrote it: their rights of now hold.
 * Stopped in the middle, it goes on where it was; what went out stays written down with its reply.
 */
export const fanOut: Job = {
  name: 'conversations.fan-out',
  limitSeconds: 900,
  run: async (tools, data) => {
    const fanOutId = z.uuid().parse(data['fanOutId']);
    const us: Who = { workspaceId: data.workspaceId, via: 'job' };
    const row = await tools.read(us, (ctx) => fanOutById(ctx, fanOutId));
    if (!row || row.finished_at) return;
    const actor = await tools.read(us, (ctx) => loadActor(ctx, row.made_by));
    const ids = await tools.read(us, (ctx) => unsettled(ctx, fanOutId));
    for (const id of ids) await settle(tools, us, actor, { fanOutId, id });
    await tools.transact(us, (ctx) => finish(ctx, fanOutId, row.conversation_id));
  },
};

interface Step {
  readonly fanOutId: string;
  readonly id: string;
}

async function settle(tools: Tools, us: Who, actor: Actor, step: Step): Promise<void> {
  try {
    await tools.transact({ ...us, actor }, (ctx) => answerOne(ctx, step));
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const why = [error.message, error.detail].filter(Boolean).join(': ').slice(0, 500);
    await tools.transact(us, (ctx) => noteSettled(ctx, step, why));
  }
}

async function answerOne(ctx: Ctx, step: Step): Promise<void> {
  const item = await ctx.db
    .selectFrom('fan_out_items')
    .innerJoin('fan_outs', (join) =>
      join
        .onRef('fan_outs.workspace_id', '=', 'fan_out_items.workspace_id')
        .onRef('fan_outs.id', '=', 'fan_out_items.fan_out_id'),
    )
    .select(['fan_out_items.entry_id', 'fan_outs.text', 'fan_outs.has_text', 'fan_outs.after_reply'])
    .where('fan_out_items.workspace_id', '=', ctx.workspaceId)
    .where('fan_out_items.fan_out_id', '=', step.fanOutId)
    .where('fan_out_items.conversation_id', '=', step.id)
    .where('fan_out_items.settled_at', 'is', null)
    .forUpdate('fan_out_items')
    .executeTakeFirst();
  if (!item) return;
  const then = item.after_reply as Then;
  if (item.has_text) {
    const words = { id: item.entry_id, text: item.text, lastSeenVersion: 0, sendAnyway: true, then };
    await reply(ctx, step.id, words);
  } else await close(ctx, step.id, 'answered');
  await noteSettled(ctx, step, null);
}

async function noteSettled(ctx: Ctx, step: Step, refusal: string | null): Promise<void> {
  await ctx.db
    .updateTable('fan_out_items')
    .set({ settled_at: ctx.now, refusal })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('fan_out_id', '=', step.fanOutId)
    .where('conversation_id', '=', step.id)
    .where('settled_at', 'is', null)
    .execute();
}

/** The words are forgotten here: they stand in the replies. */
async function finish(ctx: Ctx, fanOutId: string, problemId: string): Promise<void> {
  if ((await unsettled(ctx, fanOutId)).length > 0) return;
  await ctx.db
    .updateTable('fan_outs')
    .set({ finished_at: ctx.now, text: '' })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', fanOutId)
    .execute();
  await change(ctx, await lock(ctx, problemId), {});
}

async function unsettled(ctx: ReadCtx, fanOutId: string): Promise<readonly string[]> {
  const rows = await ctx.db
    .selectFrom('fan_out_items')
    .select('conversation_id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('fan_out_id', '=', fanOutId)
    .where('settled_at', 'is', null)
    .orderBy('conversation_id')
    .execute();
  return rows.map((row) => row.conversation_id);
}

const columns = ['id', 'conversation_id', 'has_text', 'after_reply', 'made_by', 'made_at', 'finished_at'] as const;

async function fanOutById(ctx: ReadCtx, id: string) {
  return ctx.db
    .selectFrom('fan_outs')
    .select(columns)
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
}

async function viewById(ctx: ReadCtx, id: string): Promise<FanOutView> {
  const row = await fanOutById(ctx, id);
  const [view] = row ? await viewsOf(ctx, [row]) : [];
  if (!view) throw new Error('What was just written is not there.');
  return view;
}

/** Most answers to all shown of one conversation. */
const shownLimit = 10;

/** How far the last answers to all are. */
export async function fanOutsOf(ctx: ReadCtx, conversationId: string): Promise<FanOutView[]> {
  await load(ctx, conversationId);
  const rows = await ctx.db
    .selectFrom('fan_outs')
    .select(columns)
    .where('workspace_id', '=', ctx.workspaceId)
    .where('conversation_id', '=', conversationId)
    .orderBy('made_at', 'desc')
    .limit(shownLimit)
    .execute();
  return viewsOf(ctx, rows);
}

async function viewsOf(
  ctx: ReadCtx,
  rows: readonly NonNullable<Awaited<ReturnType<typeof fanOutById>>>[],
): Promise<FanOutView[]> {
  if (rows.length === 0) return [];
  const items = await ctx.db
    .selectFrom('fan_out_items')
    .select(['fan_out_id', 'conversation_id', 'settled_at', 'refusal'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('fan_out_id', '=', anyOf(rows.map(({ id }) => id)))
    .execute();
  const refused = items.filter(({ refusal }) => refusal !== null);
  const seen = new Map(
    (await loadMany(ctx, [...new Set(refused.map((item) => item.conversation_id))])).map((one) => [one.id, one.number]),
  );
  return rows.map((row): FanOutView => {
    const own = items.filter((item) => item.fan_out_id === row.id);
    return {
      id: row.id,
      then: row.after_reply as Then,
      hasText: row.has_text,
      madeBy: row.made_by,
      madeAt: row.made_at.toISOString(),
      total: own.length,
      done: own.filter((item) => item.settled_at !== null).length,
      refused: own.flatMap((item) =>
        item.refusal === null ? [] : [{ number: seen.get(item.conversation_id) ?? null, why: item.refusal }],
      ),
      finishedAt: row.finished_at?.toISOString() ?? null,
    };
  });
}
