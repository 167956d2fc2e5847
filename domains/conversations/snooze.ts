import type { Ctx } from '#platform/ctx';
import { problem } from '#platform/problem';
import { change } from './change.ts';
import { conversationSnoozed, type ConversationView, conversationWoken } from './contract.ts';
import { factsOf, lock } from './load.ts';
import { can, mayNotNote } from './policy.ts';
import { conversationView } from './views.ts';

const inThePast = problem('conversations/snooze-in-the-past', 422, 'That time has passed', 'Choose a later time.');

/** Put away until a time (null: take it back now). An answer of the customer wakes it earlier. */
export async function snooze(ctx: Ctx, id: string, until: Date | null): Promise<ConversationView> {
  const before = await lock(ctx, id);
  if (!can.note(ctx.actor, factsOf(before))) throw mayNotNote();
  if (until && until <= ctx.now) throw inThePast();
  await change(ctx, before, { snoozed_until: until, snoozed_by: until ? ctx.actor.id : null });
  ctx.emit(conversationSnoozed, id, { until: until?.toISOString() ?? null });
  return conversationView(ctx, id);
}

/** Most conversations one run wakes. */
const wakeLimit = 200;

/** Wakes what slept long enough: a job, every minute. Time of waking is the time asked for, not the job's. */
export async function wakeDue(ctx: Ctx): Promise<void> {
  const due = await ctx.db
    .selectFrom('conversations')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('snoozed_until', '<=', ctx.now)
    .orderBy('snoozed_until')
    .limit(wakeLimit)
    .execute();
  for (const { id } of due) {
    const conversation = await lock(ctx, id);
    if (!conversation.snoozed_until || conversation.snoozed_until > ctx.now) continue;
    await change(ctx, conversation, { snoozed_until: null, snoozed_by: null }, { entry: true });
    ctx.emit(conversationWoken, id, { by: 'clock' }, { occurredAt: conversation.snoozed_until });
  }
}
