import { newId } from '#platform/database';
import type { Specimens } from '#platform/domain';
import { PolicyId } from './contract.ts';
import { add } from './policies.ts';

/** Real objects of this domain for tests. */
export const specimens: Specimens = {
  objects: {
    SlaPolicy: {
      ofBrand: true,
      make: async (ctx, place) => {
        const id = PolicyId.parse(newId());
        const seconds = { firstReplySeconds: 3600, nextReplySeconds: 3600 };
        await add(ctx, {
          id,
          name: 'Specimen',
          brandId: place.brandId,
          queueId: null,
          calendarId: null,
          position: 5,
          ...seconds,
        });
        return id;
      },
    },
  },
};
