import { loadActor } from '#domains/identity';
import type { Ctx, EventOf } from '#platform/ctx';
import type { Job, Tools } from '#platform/domain';
import { isRefusal } from '#platform/problem';
import * as z from 'zod';
import type { itemsMoved, messageReceived, moveUndone, StopReason } from '../contract.ts';
import { scheduleStopped } from '../contract.ts';
import { lock } from '../load.ts';
import { reply } from '../reply.ts';
import { isOpenedHere } from '../row-here.ts';
import { ownWaiting, set, tellScreens, wakeAt } from './schedule.ts';
import { lockWaiting, type Scheduled, type ScheduledBody, waitingIn } from './scheduled.ts';

/** Most that one run of the clock finds late. */
const lateLimit = 200;

/**
 * Sends one reply at its time, as whoever wrote it and by their rights of now. What came since they wrote stops it: nobody
 * answers blind, also not later.
 */
export const sendScheduled: Job = {
  name: 'conversations.send-scheduled',
  limitSeconds: 60,
  run: async (tools, data) => {
    const id = z.uuid().parse(data['id']);
    const us = { workspaceId: data.workspaceId, via: 'job' } as const;
    const row = await tools.read(us, (ctx) => lateById(ctx, id));
    if (!row) return;
    const actor = await tools.read(us, (ctx) => loadActor(ctx, row.teammate_id));
    try {
      await tools.transact({ ...us, actor }, (ctx) => sendIfDue(ctx, id));
    } catch (error) {
      if (!isRefusal(error)) throw error;
      const isNews = error.code === 'conversations/newer-came';
      const says = [error.message, error.detail].filter(Boolean).join(': ').slice(0, 500);
      await tools.transact(us, (ctx) => stopOne(ctx, id, isNews ? 'colleague-wrote' : 'refused', isNews ? null : says));
    }
  },
};

/** Every minute: those whose job was lost with its machine. */
export async function sweepScheduled(ctx: Ctx): Promise<void> {
  const late = await ctx.db
    .selectFrom('scheduled_replies')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('send_at', '<=', new Date(ctx.now.getTime() - 30_000))
    .where('sent_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .where('stopped_at', 'is', null)
    .orderBy('send_at')
    .limit(lateLimit)
    .execute();
  for (const { id } of late) wakeAt(ctx, id, ctx.now);
}

/** Its author sends it before its time. */
export async function sendNow(
  ctx: Ctx,
  id: string,
  given: { readonly lastSeenVersion: number; readonly sendAnyway: boolean; readonly closeAnyway: boolean },
) {
  const { row } = await ownWaiting(ctx, id);
  return send(ctx, row, given);
}

async function sendIfDue(ctx: Ctx, id: string): Promise<void> {
  const { row } = await ownWaiting(ctx, id);
  if (row.stopped_at || row.send_at > ctx.now) return;
  // it was held all along: there is no second window to take it back in
  await send(ctx, row, {
    lastSeenVersion: Number(row.seen_version),
    sendAnyway: false,
    closeAnyway: row.close_anyway,
    undoWindowSeconds: 0,
  });
}

async function send(
  ctx: Ctx,
  row: Scheduled,
  given: { lastSeenVersion: number; sendAnyway: boolean; closeAnyway: boolean; undoWindowSeconds?: number },
) {
  const { text, ...content } = row.body as unknown as ScheduledBody;
  const then = row.after_reply as 'stay' | 'close' | 'wait';
  const sent = await reply(ctx, row.conversation_id, { ...content, ...given, id: row.id, text, then });
  // the words stand in the entry now
  await set(ctx, row.id, { sent_at: ctx.now, body: '{"text":""}' });
  return sent;
}

/** In the same transaction as the customer's message: what was to leave later waits for its author again. */
export async function stopForCustomer(ctx: Ctx, event: EventOf<typeof messageReceived>): Promise<void> {
  // what began with this message has nothing yet that is to leave later
  if (event.body.automatic || isOpenedHere(ctx, event.subjectId)) return;
  for (const row of await waitingIn(ctx, event.subjectId))
    if (!row.stopped_at) await stop(ctx, row, 'customer-wrote', null);
}

async function stopOne(ctx: Ctx, id: string, because: StopReason, says: string | null): Promise<void> {
  const row = await lockWaiting(ctx, id);
  if (!row || row.stopped_at) return;
  await stop(ctx, row, because, says);
  await tellScreens(ctx, await lock(ctx, row.conversation_id));
}

async function stop(ctx: Ctx, row: Scheduled, because: StopReason, says: string | null): Promise<void> {
  await set(ctx, row.id, { stopped_at: ctx.now, stopped_because: because, stopped_says: says });
  ctx.emit(scheduleStopped, row.conversation_id, { replyId: row.id, teammateId: row.teammate_id, because });
}

/** Merged: what is to leave later goes along, and comes back with it. */
export async function moveScheduled(ctx: Ctx, event: EventOf<typeof itemsMoved>): Promise<void> {
  if (event.body.kind !== 'merge') return;
  await ctx.db
    .updateTable('scheduled_replies')
    .set({ conversation_id: event.body.toId, move_id: event.body.moveId })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('conversation_id', '=', event.subjectId)
    .where('sent_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .execute();
}

/** Taken apart again. */
export async function returnScheduled(ctx: Ctx, event: EventOf<typeof moveUndone>): Promise<void> {
  await ctx.db
    .updateTable('scheduled_replies')
    .set({ conversation_id: event.subjectId, move_id: null })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('move_id', '=', event.body.moveId)
    .where('sent_at', 'is', null)
    .execute();
}

async function lateById(ctx: Parameters<Parameters<Tools['read']>[1]>[0], id: string) {
  return (
    (await ctx.db
      .selectFrom('scheduled_replies')
      .select('teammate_id')
      .where('workspace_id', '=', ctx.workspaceId)
      .where('id', '=', id)
      .where('sent_at', 'is', null)
      .where('cancelled_at', 'is', null)
      .where('stopped_at', 'is', null)
      .executeTakeFirst()) ?? null
  );
}
