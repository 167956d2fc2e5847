import type { conversationClosed, itemsMoved, moveUndone, statusChanged } from '#domains/conversations/contract';
import type { Ctx, EventOf } from '#platform/ctx';
import { conversationRow, lockRunning, type RunningClock, tellRow, withdraw } from './clocks.ts';

/** Closed without an answer: nothing is owed any more. */
export async function withdrawOnClosing(ctx: Ctx, event: EventOf<typeof conversationClosed>): Promise<void> {
  await withdrawAll(ctx, event.subjectId, event.occurredAt);
}

/** Put to wait for the customer or for others: what was promised rests, and is promised anew when it is taken up. */
export async function withdrawOnWaiting(ctx: Ctx, event: EventOf<typeof statusChanged>): Promise<void> {
  if (event.body.category === 'open') return;
  await withdrawAll(ctx, event.subjectId, event.occurredAt);
}

/** Merged: what was owed goes along; what is owed there already stays the nearer promise of its kind. */
export async function moveClocks(ctx: Ctx, event: EventOf<typeof itemsMoved>): Promise<void> {
  if (event.body.kind !== 'merge') return;
  const { moveId, toId } = event.body;
  const there = new Set((await lockRunning(ctx, toId)).map(({ kind }) => kind));
  for (const clock of await lockRunning(ctx, event.subjectId)) {
    if (there.has(clock.kind)) await withdraw(ctx, clock, event.occurredAt);
    await noteMove(ctx, clock, { moveId, conversationId: there.has(clock.kind) ? clock.conversationId : toId });
  }
  await tellRow(ctx, toId);
}

async function withdrawAll(ctx: Ctx, conversationId: string, at: Date): Promise<void> {
  const running = await lockRunning(ctx, conversationId);
  if (running.length === 0) return;
  const { last_out_at: lastOutAt } = await conversationRow(ctx, conversationId);
  // Answered and closed in one go: the reply, told next, meets the clock.
  const owed = running.filter(({ startedAt }) => lastOutAt === null || lastOutAt < startedAt);
  for (const clock of owed) await withdraw(ctx, clock, at);
  if (owed.length > 0) await tellRow(ctx, conversationId);
}

/** Taken apart again: what went along comes back, and what was set aside is owed again. */
export async function returnClocks(ctx: Ctx, event: EventOf<typeof moveUndone>): Promise<void> {
  const { moveId, toId } = event.body;
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
