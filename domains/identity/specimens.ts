import { newId } from '#platform/database';
import type { Specimens } from '#platform/domain';
import { roleOfDesk } from './built-in-roles.ts';
import { joinTeammate } from './join-teammate.ts';

/** Real objects of this domain for tests. */
export const specimens: Specimens = {
  objects: {
    Role: { ofBrand: false, make: (ctx) => roleOfDesk(ctx, 'agent') },
    Teammate: {
      ofBrand: false,
      make: async (ctx, place) =>
        joinTeammate(ctx, {
          name: 'Specimen',
          address: `${newId()}@rapport.example`,
          roleIds: [await place.of('Role')],
          accountId: null,
        }),
    },
  },
};
