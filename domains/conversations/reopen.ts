import type { Ctx } from '#platform/ctx';
import { change } from './change.ts';
import { conversationReopened, type ConversationView } from './contract.ts';
import { factsOf, lock } from './load.ts';
import { can, mayNotClose } from './policy.ts';
import { conversationView } from './views.ts';
import { standardStatus } from './words.ts';

/** Open again what was closed. Opening an open one changes nothing. */
export async function reopen(ctx: Ctx, id: string): Promise<ConversationView> {
  const conversation = await lock(ctx, id);
  if (!conversation.closed_at) return conversationView(ctx, id);
  if (!can.reopen(ctx.actor, factsOf(conversation))) throw mayNotClose();
  await change(ctx, conversation, {
    status_id: (await standardStatus(ctx, 'open')).id,
    status_category: 'open',
    closed_at: null,
    closed_by: null,
    reopened_at: ctx.now,
    reopened_count: conversation.reopened_count + 1,
  });
  ctx.emit(conversationReopened, id, { by: ctx.actor.kind === 'rule' ? 'rule' : 'teammate' });
  return conversationView(ctx, id);
}
