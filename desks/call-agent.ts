import type { Desk } from '#platform/domain';

/** Many calls answered and placed: starts ready for the next. */
export const callAgent: Desk = {
  id: 'call-agent',
  title: 'Call centre specialist',
  home: '/calls',
  areas: ['calls', 'inbox', 'customers', 'knowledge', 'career'],
  density: 'relaxed',
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
    'calls.take': 'own',
  },
};
