import type { Permission } from '#platform/domain';

/** What roles can be given here. */
export const permissions: readonly Permission[] = [
  { name: 'conversations.read', says: 'Read conversations', group: 'conversations' },
  { name: 'conversations.reply', says: 'Reply to customers', group: 'conversations' },
  { name: 'conversations.note', says: 'Write notes, tags, promises; put away', group: 'conversations' },
  { name: 'conversations.assign', says: 'Hand on conversations and set their priority', group: 'conversations' },
  { name: 'conversations.close', says: 'Close and open again', group: 'conversations' },
  {
    name: 'conversations.shared',
    says: 'As a guest: read the conversations shared with them, and write notes there',
    group: 'conversations',
    isOutside: true,
  },
  {
    name: 'conversations.client',
    says: 'As a client: read the conversations of their own brand, without notes',
    group: 'conversations',
    isOutside: true,
  },
  { name: 'conversations.configure', says: 'Set up statuses, reasons and tags', group: 'set-up' },
];
