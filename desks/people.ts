import type { Desk } from '#platform/domain';

/** The people team: openings, applicants, and what the careers site says. Customers' conversations are not theirs. */
export const people: Desk = {
  id: 'people',
  title: 'People manager',
  home: '/hiring',
  areas: ['hiring', 'career', 'settings'],
  density: 'cosy',
  permissions: {
    'careers.edit': 'all',
    'hiring.manage': 'all',
    'imports.run': 'all',
    'brands.read': 'all',
    'settings.read': 'all',
    'presence.set': 'own',
  },
};
