import { words } from '#platform/ui';

/** Titles of parts that come later. */
export const chatPartWords = words('channel-chat-parts', {
  settings: 'Chats',
});
