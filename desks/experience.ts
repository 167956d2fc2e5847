import type { Desk } from '#platform/domain';

/** The journey and the effort in it. */
export const experience: Desk = {
  id: 'experience',
  title: 'Customer experience specialist',
  home: '/voice',
  areas: ['journeys', 'insights', 'inbox', 'customers', 'career'],
  density: 'cosy',
  permissions: {
    'conversations.read': 'brand',
    'conversations.note': 'brand',
    'improvements.settle': 'brand',
    'customers.read': 'brand',
    'lines.read': 'brand',
    'metrics.read': 'brand',
    'presence.set': 'own',
  },
};
