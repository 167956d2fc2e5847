import { newId } from '#platform/database';
import type { Specimens } from '#platform/domain';
import { insertTeam } from './make-team.ts';
import { insertQueue } from './open-queue.ts';

/** Real objects of this domain for tests. */
export const specimens: Specimens = {
  objects: {
    Team: { ofBrand: false, make: (ctx) => insertTeam(ctx, { name: `Specimen ${newId()}`, calendarId: null }) },
    Queue: {
      ofBrand: true,
      make: (ctx, place) =>
        insertQueue(ctx, { name: `Specimen ${newId()}`, brandId: place.brandId, teamId: place.teamId, position: 9 }),
    },
  },
};
