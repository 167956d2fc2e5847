import type { Desk } from '#platform/domain';

/** Several conversations at once, the one who waits longest first. */
export const chatAgent: Desk = {
  id: 'chat-agent',
  title: 'Live chat and messaging agent',
  home: '/inbox/chats',
  areas: ['inbox', 'customers', 'knowledge', 'career'],
  density: 'compact',
  permissions: {
    'conversations.read': 'team',
    'conversations.reply': 'team',
    'conversations.note': 'team',
    'conversations.assign': 'team',
    'conversations.close': 'team',
    'customers.read': 'brand',
    'customers.edit': 'brand',
    'lines.read': 'brand',
    'teams.read': 'team',
    'presence.set': 'own',
    'presence.read': 'team',
  },
};
