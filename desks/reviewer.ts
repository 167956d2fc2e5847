import type { Desk } from '#platform/domain';

/** Reviews, practice and learning, from real conversations. */
export const reviewer: Desk = {
  id: 'reviewer',
  title: 'Quality reviewer and trainer',
  home: '/quality',
  areas: ['quality', 'inbox', 'knowledge', 'insights', 'career'],
  density: 'cosy',
  permissions: {
    'conversations.read': 'brand',
    'conversations.note': 'brand',
    'customers.read': 'brand',
    'teams.read': 'all',
    'metrics.read': 'brand',
    'presence.set': 'own',
  },
};
