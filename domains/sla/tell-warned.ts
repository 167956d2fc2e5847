import { loadMany } from '#domains/conversations';
import { notify } from '#domains/notices';
import type { Ctx, EventOf } from '#platform/ctx';
import type { NoticeKind } from '#platform/domain';
import type { slaWarned } from './contract.ts';

/** What people hear about promises to their customers. */
export const slaNotices: readonly NoticeKind[] = [
  { name: 'reply-due', says: 'A reply to your customer is due soon', level: 'customer' },
];

/** Who has the conversation is told that its time runs out; one that nobody has stands in the lists of its team. */
export async function tellWarned(ctx: Ctx, event: EventOf<typeof slaWarned>): Promise<void> {
  const [conversation] = await loadMany(ctx, [event.subjectId]);
  if (!conversation?.assignee_id || conversation.waiting_since === null) return;
  await notify(ctx, {
    teammateIds: [conversation.assignee_id],
    kind: 'reply-due',
    subjectKind: 'conversation',
    subjectId: conversation.id,
    body: { number: conversation.number, dueAt: event.body.dueAt },
    causeId: event.body.clockId,
    occurredAt: event.occurredAt,
  });
}
