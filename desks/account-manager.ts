import type { Desk } from '#platform/domain';

/** Long relationships: renewals, growth, feedback to the business. */
export const accountManager: Desk = {
  id: 'account-manager',
  title: 'Account manager',
  home: '/accounts',
  areas: ['accounts', 'inbox', 'customers', 'insights', 'career'],
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
    'metrics.read': 'own',
  },
};
