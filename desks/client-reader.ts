import type { Desk } from '#platform/domain';

/** A client who is allowed to read what was said in the conversations of their brand, too. */
export const clientReader: Desk = {
  id: 'client-reader',
  title: 'Client viewer with conversations',
  home: '/client',
  areas: ['client', 'client-conversations', 'settings'],
  density: 'cosy',
  permissions: {
    'metrics.client': 'brand',
    'conversations.client': 'brand',
  },
};
