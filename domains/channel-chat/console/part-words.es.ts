import type { Spanish } from '#platform/ui';
import type { chatPartWords } from './part-words.ts';

export const es: Spanish<typeof chatPartWords> = {
  area: 'channel-chat-parts',
  words: {
    settings: 'Chats',
  },
};
