import type { Desk } from '#platform/domain';

/** Hard product problems. */
export const technical: Desk = {
  id: 'technical',
  title: 'Technical support specialist',
  home: '/inbox',
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
