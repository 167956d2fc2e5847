import type { Ctx } from '#platform/ctx';
import { change } from './change.ts';
import { conversationClosed, type ConversationView } from './contract.ts';
import { refuseOpenParts } from './links/open-parts.ts';
import { type Conversation, factsOf, lock } from './load.ts';
import { can, mayNotClose } from './policy.ts';
import { refuseWithoutReason } from './reason-to-close.ts';
import { refuseWithoutFields } from './set-fields.ts';
import { conversationView } from './views.ts';
import { standardStatus } from './words.ts';

export type HowClosed = 'answered' | 'duplicate' | 'spam' | 'no-answer-needed';

/** Close: the customer is helped. Closing twice is closing once. */
export async function close(ctx: Ctx, id: string, how: HowClosed, anyway = false): Promise<ConversationView> {
  const conversation = await lock(ctx, id);
  if (conversation.closed_at) return conversationView(ctx, id);
  if (!can.close(ctx.actor, factsOf(conversation))) throw mayNotClose();
  await closeRow(ctx, conversation, { how, anyway });
  return conversationView(ctx, id);
}

export interface Closing {
  readonly how: HowClosed;
  readonly statusId?: string;
  /** Whoever closes has seen what speaks against it, and closes all the same. */
  readonly anyway?: boolean | undefined;
}

/** Closes a row that is locked and may be closed, where nothing speaks against it. */
export async function closeRow(ctx: Ctx, conversation: Conversation, given: Closing): Promise<Conversation> {
  const { how, statusId } = given;
  if (!given.anyway) await refuseOpenParts(ctx, conversation);
  await refuseWithoutReason(ctx, conversation, how);
  await refuseWithoutFields(ctx, conversation, how);
  const closed = await change(ctx, conversation, {
    status_id: statusId ?? (await standardStatus(ctx, 'closed')).id,
    status_category: 'closed',
    closed_at: ctx.now,
    closed_by: ctx.actor.id,
    solved_at: conversation.solved_at ?? ctx.now,
    waiting_since: null,
    snoozed_until: null,
    snoozed_by: null,
  });
  ctx.emit(conversationClosed, conversation.id, { how, first: conversation.solved_at === null });
  return closed;
}
