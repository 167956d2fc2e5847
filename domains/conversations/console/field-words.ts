import { words } from '#platform/ui';

/** What a conversation's own fields say. */
export const fieldWords = words('conversation-fields', {
  neededTitle: 'Before #{{number}} is closed',
  neededLead: 'This brand asks for these:',
  close: 'Close it',
  cancel: 'Leave it open',
});
