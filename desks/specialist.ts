import type { Desk } from '#platform/domain';

/** Questions to resolution: listens, clarifies, explains next steps, follows through. */
export const specialist: Desk = {
  id: 'specialist',
  title: 'Customer service specialist',
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
