import type { Desk } from '#platform/domain';

/** Demand, shifts, and the day as it goes. */
export const planner: Desk = {
  id: 'planner',
  title: 'Workforce planner',
  home: '/schedule',
  areas: ['schedule', 'live', 'insights', 'career'],
  density: 'compact',
  permissions: {
    'teams.read': 'all',
    'presence.read': 'all',
    'metrics.read': 'all',
    'presence.set': 'own',
  },
};
