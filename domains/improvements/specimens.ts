import { newId } from '#platform/database';
import type { Specimens } from '#platform/domain';
import { suggest } from './suggest.ts';

/** Real objects of this domain for tests. */
export const specimens: Specimens = {
  objects: {
    Improvement: {
      ofBrand: true,
      make: async (ctx, place) => {
        const id = newId();
        await suggest(ctx, await place.of('Conversation'), { id, kind: 'article', title: 'Specimen', words: '' });
        return id;
      },
    },
  },
  routes: { 'PUT /api/improvements/:id/state': { body: { state: 'open' } } },
};
