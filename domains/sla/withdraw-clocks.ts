import type { conversationClosed, itemsMoved, statusChanged } from '#domains/conversations/contract';
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
  const { toId } = event.body;
  const there = new Set((await lockRunning(ctx, toId)).map(({ kind }) => kind));
  for (const clock of await lockRunning(ctx, event.subjectId)) {
    if (there.has(clock.kind)) await withdraw(ctx, clock, event.occurredAt);
    else await moveTo(ctx, clock, toId);
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

async function moveTo(ctx: Ctx, clock: RunningClock, conversationId: string): Promise<void> {
  await ctx.db
    .updateTable('clocks')
    .set({ conversation_id: conversationId })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', clock.id)
    .execute();
}
