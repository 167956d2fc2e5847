import type { Desk } from '#platform/domain';

/** The articles, and what the assistant may say. */
export const knowledgeOwner: Desk = {
  id: 'knowledge-owner',
  title: 'Knowledge and AI owner',
  home: '/knowledge',
  areas: ['knowledge', 'inbox', 'insights', 'career'],
  density: 'cosy',
  permissions: {
    'conversations.read': 'brand',
    'conversations.note': 'brand',
    'improvements.settle': 'brand',
    'customers.read': 'brand',
    'metrics.read': 'brand',
    'presence.set': 'own',
  },
};
