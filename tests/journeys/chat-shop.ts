import { beforeAll } from 'vitest';
import { newId } from '#platform/database';
import { browserMissing } from '../support/browser.ts';
import type { useShop } from './started-program.ts';

/** A shop with a line for chats and a few macros. */
export function useChats(shop: ReturnType<typeof useShop>) {
  beforeAll(async () => {
    if (browserMissing()) return;
    const { brandId } = shop();
    const line = { brandId, channel: 'chat', name: 'Chat', address: 'chat.desk.test', settings: { simulated: true } };
    await shop().ask('POST', '/api/lines', line);
    for (const [name, text] of [
      ['Hello', 'Hello, thank you for writing.'],
      ['Stock in a shop', 'I look, {customer.firstName}, what our shops have in large.'],
      ['Anything else', 'Is there anything else?'],
    ] as const)
      await shop().ask('POST', '/api/macros', { id: newId(), name, text, visibility: 'all' });
  });
  return {
    /** A pretend customer says something in a chat. */
    says: async (handle: string, text: string): Promise<string> => {
      const body = { id: newId(), handle, name: `${handle} Chatter`, text };
      return (await shop().ask<{ conversationId: string }>('POST', '/api/simulated-chats', body)).conversationId;
    },
    /** It lies with whoever is signed in. */
    isMine: async (id: string): Promise<void> => {
      const { me } = await shop().ask<{ me: { teammate: { id: string } } }>('GET', '/api/session');
      await shop().ask('PUT', `/api/conversations/${id}/assignee`, { assigneeId: me.teammate.id, anyway: true });
    },
  };
}
