import type { Desk } from '#platform/domain';

/** Public questions and complaints in one queue. */
export const socialCare: Desk = {
  id: 'social-care',
  title: 'Community and social care manager',
  home: '/community',
  areas: ['community', 'inbox', 'customers', 'knowledge', 'career'],
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
  },
};
