import type { Ctx } from '#platform/ctx';
import { problem } from '#platform/problem';
import { change } from './change.ts';
import { closeRow } from './close.ts';
import { type ConversationView, type StatusCategory, statusChanged } from './contract.ts';
import { type Conversation, factsOf, lock } from './load.ts';
import { can, mayNotClose } from './policy.ts';
import { reopen } from './reopen.ts';
import { conversationView } from './views.ts';

const unknownStatus = problem(
  'conversations/unknown-status',
  422,
  'That status does not exist here',
  'Choose one from the list.',
);

/** Set a status by its own name. One of the category closed closes; one of another category opens what was closed. */
export async function setStatus(ctx: Ctx, id: string, statusId: string, anyway = false): Promise<ConversationView> {
  const status = await ctx.db
    .selectFrom('statuses')
    .select(['id', 'category'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', statusId)
    .where('archived_at', 'is', null)
    .executeTakeFirst();
  if (!status) throw unknownStatus();
  const before = await lock(ctx, id);
  if (before.status_id === status.id) return conversationView(ctx, id);
  if (!can.close(ctx.actor, factsOf(before)) && !can.reopen(ctx.actor, factsOf(before))) throw mayNotClose();
  const category = status.category as StatusCategory;
  if (category === 'closed') {
    if (!before.closed_at) await closeRow(ctx, before, { how: 'answered', statusId: status.id, anyway });
    return conversationView(ctx, id);
  }
  if (before.closed_at) await reopen(ctx, id);
  const open = before.closed_at ? await lock(ctx, id) : before;
  if (open.status_id !== status.id) {
    await change(ctx, open, { status_id: status.id, status_category: category });
    tellStatus(ctx, open, { id: status.id, category });
  }
  return conversationView(ctx, id);
}

/** Tells that the status is another one; clocks pause and go on by it. */
export function tellStatus(
  ctx: Ctx,
  before: Conversation,
  status: { id: string; category: StatusCategory },
  at?: Date,
): void {
  if (before.status_id === status.id) return;
  ctx.emit(
    statusChanged,
    before.id,
    {
      statusId: status.id,
      category: status.category,
      fromStatusId: before.status_id,
      fromCategory: before.status_category as StatusCategory,
    },
    at ? { occurredAt: at } : {},
  );
}
