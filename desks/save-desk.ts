import type { Desk } from '#platform/domain';

/** Customers about to leave, won back honestly. */
export const saveDesk: Desk = {
  id: 'save-desk',
  title: 'Customer retention specialist',
  home: '/save-desk',
  areas: ['save-desk', 'inbox', 'calls', 'customers', 'career'],
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
