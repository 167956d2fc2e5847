import { newId } from '#platform/database';
import type { Specimens } from '#platform/domain';

/** Real objects of this domain for tests. */
export const specimens: Specimens = {
  objects: {
    DeadJob: {
      ofBrand: false,
      make: async (ctx) => {
        const id = newId();
        // in the world of a test, a queued job that says so stands in the list of those that gave up
        ctx.enqueue('operations.gave-up', { gaveUp: id });
        return id;
      },
    },
  },
};
