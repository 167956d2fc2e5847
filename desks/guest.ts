import type { Desk } from '#platform/domain';

/** Somebody of another department, or an expert from outside: reads what is shared with them, says what they know. */
export const guest: Desk = {
  id: 'guest',
  title: 'Guest',
  home: '/shared',
  areas: ['shared', 'settings'],
  density: 'cosy',
  permissions: {
    'conversations.shared': 'own',
  },
};
