import type { Permission } from '#platform/domain';

/** What roles can be given here. */
export const permissions: readonly Permission[] = [
  { name: 'conversations.read', says: 'Read conversations' },
  { name: 'conversations.reply', says: 'Reply to customers' },
  { name: 'conversations.note', says: 'Write notes, tags, promises; put away' },
  { name: 'conversations.assign', says: 'Hand on conversations and set their priority' },
  { name: 'conversations.close', says: 'Close and open again' },
  { name: 'conversations.configure', says: 'Set up statuses, reasons and tags' },
];
