import type { Desk } from '#platform/domain';

/** Volumes, times, satisfaction; any metric by any dimension, down to the rows. */
export const analyst: Desk = {
  id: 'analyst',
  title: 'Support operations analyst',
  home: '/insights',
  areas: ['insights', 'live', 'inbox', 'customers', 'career'],
  density: 'compact',
  permissions: {
    'conversations.read': 'all',
    'views.export': 'all',
    'customers.read': 'all',
    'brands.read': 'all',
    'lines.read': 'all',
    'teams.read': 'all',
    'presence.read': 'all',
    'metrics.read': 'all',
    'presence.set': 'own',
  },
};
