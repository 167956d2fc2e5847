import { firstPromiseDue } from '#domains/conversations';
import type { contactAnswered, replyAccepted, replyUndone } from '#domains/conversations/contract';
import type { Ctx, EventOf } from '#platform/ctx';
import { lockRunning, meet, oweSooner, takeRunning, tellRow } from './clocks.ts';

/** In the same transaction as the reply: a human answered, what was promised is kept. An automatic answer keeps nothing. */
export async function meetClocks(ctx: Ctx, event: EventOf<typeof replyAccepted>): Promise<void> {
  if (event.actorKind !== 'teammate') return;
  const by = { id: event.body.entryId, teammateId: event.actorId, at: event.occurredAt };
  await meetAll(ctx, event.subjectId, by);
}

/** A human spoke with the customer: that answers what they had written, too. */
export async function meetByContact(ctx: Ctx, event: EventOf<typeof contactAnswered>): Promise<void> {
  const by = { id: event.body.contactId, teammateId: event.body.teammateId, at: event.occurredAt };
  await meetAll(ctx, event.subjectId, by);
}

/**
 * The reply was taken back before it left: its clocks run on from where they started, as if it had never been. A clock
 * that began meanwhile for the same kind was never owed and goes.
 */
export async function unmeetClocks(ctx: Ctx, event: EventOf<typeof replyUndone>): Promise<void> {
  const met = await ctx.db
    .selectFrom('clocks')
    .select(['id', 'kind'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('conversation_id', '=', event.subjectId)
    .where('met_by', '=', event.body.entryId)
    .forUpdate()
    .execute();
  if (met.length === 0) return;
  const later = await lockRunning(ctx, event.subjectId);
  for (const clock of later) await remove(ctx, clock.id);
  for (const { id } of met) await runAgain(ctx, id);
  await tellRow(ctx, event.subjectId);
}

async function meetAll(
  ctx: Ctx,
  conversationId: string,
  by: { id: string; teammateId: string | null; at: Date },
): Promise<void> {
  const running = await takeRunning(ctx, conversationId);
  if (running.length === 0) return;
  // asked in one moment: neither needs the other
  const [promised] = await Promise.all([
    firstPromiseDue(ctx, conversationId),
    ...running.map((clock) => meet(ctx, clock, by)),
  ]);
  // those were all that ran: no clock is owed now
  await oweSooner(ctx, conversationId, null, promised);
}

async function runAgain(ctx: Ctx, id: string): Promise<void> {
  await ctx.db
    .updateTable('clocks')
    .set({ met_at: null, met_by: null, met_by_teammate: null, taken_seconds: null })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .execute();
}

async function remove(ctx: Ctx, id: string): Promise<void> {
  await ctx.db.deleteFrom('clocks').where('workspace_id', '=', ctx.workspaceId).where('id', '=', id).execute();
}
