import type { Specimens } from '#platform/domain';

/** What the routes of this domain are called with in tests. */
export const specimens: Specimens = {
  objects: {},
  routes: {
    'POST /api/config': { body: { config: { statuses: [{ name: 'At the specimen', category: 'on-hold' }] } } },
  },
};
