import { words } from '#platform/ui';

/** The few words that stand in the first load: titles of parts that come later. */
export const partWords = words('conversation-parts', {
  history: 'History',
  words: 'Reasons, tags, statuses',
  reopening: 'Opening again',
  promises: 'Promises',
  people: 'Who takes part',
  fields: 'Fields',
  linked: 'Linked conversations',
  splitHere: 'Split from here',
  clientConversations: 'Conversations',
  shared: 'Shared with you',
  moveMessage: 'Move to another conversation',
});
