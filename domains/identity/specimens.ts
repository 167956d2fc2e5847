import { newId } from '#platform/database';
import type { Specimens } from '#platform/domain';
import { roleOfDesk } from './built-in-roles.ts';
import { joinTeammate } from './join-teammate.ts';

/** Real objects of this domain for tests. */
export const specimens: Specimens = {
  objects: {
    ApiKey: {
      ofBrand: false,
      make: async (ctx) => {
        const id = newId();
        await ctx.db
          .insertInto('api_keys')
          .values({
            workspace_id: ctx.workspaceId,
            id,
            name: 'Specimen',
            prefix: 'specimen',
            hash: Buffer.from(id),
            permissions: JSON.stringify({ 'conversations.read': 'own' }),
            created_at: ctx.now,
          })
          .execute();
        return id;
      },
    },
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
