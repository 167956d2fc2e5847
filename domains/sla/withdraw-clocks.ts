import { rowHere } from '#domains/conversations';
import type { conversationClosed, itemsMoved, moveUndone, statusChanged } from '#domains/conversations/contract';
import type { Ctx, EventOf } from '#platform/ctx';
import { conversationRow, leaveRunning, lockRunning, type RunningClock, tellRow, withdraw } from './clocks.ts';
import { startClock } from './start-clocks.ts';

/** Closed without an answer: nothing is owed any more. */
export async function withdrawOnClosing(ctx: Ctx, event: EventOf<typeof conversationClosed>): Promise<void> {
  await withdrawAll(ctx, event.subjectId, event.occurredAt);
  // a promise of its own is owed by nobody as long as it is closed
  await tellRow(ctx, event.subjectId);
}

/** Put to wait for the customer or for others: what was promised rests, and is promised anew when it is taken up. */
export async function withdrawOnWaiting(ctx: Ctx, event: EventOf<typeof statusChanged>): Promise<void> {
  if (event.body.category === 'open') return;
  await withdrawAll(ctx, event.subjectId, event.occurredAt);
}

/** Merged: what was owed goes along; what is owed there already stays the nearer promise of its kind. */
export async function moveClocks(ctx: Ctx, event: EventOf<typeof itemsMoved>): Promise<void> {
  const { moveId, toId } = event.body;
  if (event.body.kind !== 'merge') return splitClocks(ctx, event);
  const there = new Set((await lockRunning(ctx, toId)).map(({ kind }) => kind));
  for (const clock of await lockRunning(ctx, event.subjectId)) {
    if (there.has(clock.kind)) await withdraw(ctx, clock, event.occurredAt);
    await noteMove(ctx, clock, { moveId, conversationId: there.has(clock.kind) ? clock.conversationId : toId });
  }
  await tellRow(ctx, toId);
}

/**
 * Some messages went to another conversation: what is owed goes with who waits. Where both wait, the older promise stays
 * and the other gets one of its own.
 */
async function splitClocks(ctx: Ctx, event: EventOf<typeof itemsMoved>): Promise<void> {
  const { moveId, toId } = event.body;
  const [from, to] = [await conversationRow(ctx, event.subjectId), await conversationRow(ctx, toId)];
  const there = new Set((await lockRunning(ctx, toId)).map(({ kind }) => kind));
  if (!from.waiting_since) {
    for (const clock of await lockRunning(ctx, event.subjectId)) {
      const goes = to.waiting_since !== null && !there.has(clock.kind);
      if (!goes) await withdraw(ctx, clock, event.occurredAt);
      await noteMove(ctx, clock, { moveId, conversationId: goes ? toId : event.subjectId });
      if (goes) there.add(clock.kind);
    }
  }
  if (to.waiting_since && there.size === 0) await startClock(ctx, toId, { id: event.id, at: to.waiting_since });
  await tellRow(ctx, event.subjectId);
  await tellRow(ctx, toId);
}

/** What began in the meantime gives way to the older promise that comes back. */
async function makeRoom(ctx: Ctx, conversationId: string, moveId: string, at: Date): Promise<void> {
  const running = await lockRunning(ctx, conversationId);
  if (running.length === 0) return;
  const coming = await ctx.db
    .selectFrom('clocks')
    .select('kind')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('move_id', '=', moveId)
    .where('met_at', 'is', null)
    .execute();
  const kinds = new Set(coming.map(({ kind }) => kind));
  for (const clock of running) if (kinds.has(clock.kind)) await withdraw(ctx, clock, at);
}

async function withdrawAll(ctx: Ctx, conversationId: string, at: Date): Promise<void> {
  const running = await lockRunning(ctx, conversationId);
  if (running.length === 0) return;
  const { last_out_at: lastOutAt } = rowHere(ctx, conversationId) ?? (await conversationRow(ctx, conversationId));
  // Answered and closed in one go: the reply, told next, meets the clock.
  const owed = running.filter(({ startedAt }) => lastOutAt === null || lastOutAt < startedAt);
  for (const clock of owed) await withdraw(ctx, clock, at);
  if (owed.length > 0) await tellRow(ctx, conversationId);
  else leaveRunning(ctx, conversationId, running);
}

/** Taken apart again: what went along comes back, and what was set aside is owed again. */
export async function returnClocks(ctx: Ctx, event: EventOf<typeof moveUndone>): Promise<void> {
  const { moveId, toId } = event.body;
  await makeRoom(ctx, event.subjectId, moveId, event.occurredAt);
  await ctx.db
    .updateTable('clocks')
    .set((eb) => ({
      // one that stayed was withdrawn by the merge alone; one that went may have been withdrawn for a reason since
      withdrawn_at: eb
        .case()
        .when('conversation_id', '=', event.subjectId)
        .then(null)
        .else(eb.ref('withdrawn_at'))
        .end(),
      conversation_id: event.subjectId,
      move_id: null,
    }))
    .where('workspace_id', '=', ctx.workspaceId)
    .where('move_id', '=', moveId)
    .execute();
  const to = await conversationRow(ctx, toId);
  if (!to.waiting_since) await withdrawAll(ctx, toId, event.occurredAt);
  await tellRow(ctx, event.subjectId);
  await tellRow(ctx, toId);
}

async function noteMove(ctx: Ctx, clock: RunningClock, to: { moveId: string; conversationId: string }): Promise<void> {
  await ctx.db
    .updateTable('clocks')
    .set({ conversation_id: to.conversationId, move_id: to.moveId })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', clock.id)
    .execute();
}
