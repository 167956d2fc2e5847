import type { ThreadPlace } from '#platform/ui';
import type { ConversationView } from './views.ts';

/** What the pieces that domains bring to a thread are told of the conversation in it. */
export function placeOf(conversation: ConversationView, view: string): ThreadPlace {
  const { id, customer, brandId, number, version, can } = conversation;
  return { conversationId: id, customerId: customer.id, brandId, number, version, can, view };
}
