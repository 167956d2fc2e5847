import { newId } from '#platform/database';
import type { Specimens } from '#platform/domain';
import { openLine } from './open-line.ts';

/** Real objects of this domain for tests. */
export const specimens: Specimens = {
  objects: {
    Brand: { ofBrand: true, make: async (_ctx, place) => place.brandId },
    Line: {
      ofBrand: true,
      make: async (ctx, place) =>
        (
          await openLine(ctx, {
            brandId: place.brandId,
            channel: 'email',
            name: 'Specimen',
            address: `${newId()}@desk.test`,
          })
        ).id,
    },
  },
  routes: { 'POST /api/lines': { body: { channel: 'email', address: '{new}@desk.test' } } },
};
