import type { Desk } from '#platform/domain';

/** Customers’ questions by any channel: the inbox, and their own work first. */
export const agent: Desk = {
  id: 'agent',
  title: 'Omnichannel support representative',
  home: '/inbox',
  areas: ['inbox', 'calls', 'customers', 'knowledge', 'career'],
  density: 'cosy',
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
