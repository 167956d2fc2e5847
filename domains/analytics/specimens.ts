import type { Specimens } from '#platform/domain';

const period = { from: '2030-01-01T00:00:00Z', to: '2030-02-01T00:00:00Z' };

/** A figure is no object of anybody: the one of the catalogue that is always there. */
export const specimens: Specimens = {
  objects: {},
  routes: {
    'GET /api/metrics/:id': { params: { id: 'first-reply-time' }, query: period },
    'GET /api/metrics/:id/rows': { params: { id: 'first-reply-time' }, query: period },
  },
};
