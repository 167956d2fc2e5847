import type { Specimens } from '#platform/domain';

/** Real objects of this domain for tests. */
export const specimens: Specimens = {
  objects: {
    // somebody who joined stands in the log
    AuditObject: { ofBrand: false, make: (_ctx, place) => place.of('Teammate') },
  },
  routes: {
    'PUT /api/keeping-times/:type': { params: { type: 'customers' }, body: { days: 36_500 } },
    // a filter by somebody else's id finds nothing, as it does in the list
    'POST /api/audit/exports': { positions: ['body.actorId', 'body.objectId'] },
  },
};
