import type { Desk } from '#platform/domain';

/** Escalations; coaches, and keeps the help current. */
export const senior: Desk = {
  id: 'senior',
  title: 'Senior customer service specialist',
  home: '/inbox/escalations',
  areas: ['inbox', 'calls', 'customers', 'knowledge', 'quality', 'career'],
  density: 'cosy',
  permissions: {
    'conversations.read': 'team',
    'conversations.reply': 'team',
    'conversations.note': 'team',
    'improvements.settle': 'team',
    'conversations.assign': 'team',
    'conversations.close': 'team',
    'customers.read': 'brand',
    'customers.edit': 'brand',
    'lines.read': 'brand',
    'teams.read': 'team',
    'presence.set': 'own',
    'presence.read': 'team',
    'calls.take': 'own',
    'metrics.read': 'own',
  },
};
