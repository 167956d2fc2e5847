import { newId } from '#platform/database';
import type { Specimens } from '#platform/domain';

const filter = { match: 'all', of: [{ field: 'status', op: 'is', values: ['open'] }] };

/** Real objects of this domain for tests. */
export const specimens: Specimens = {
  objects: {
    SavedView: {
      ofBrand: true,
      make: async (ctx, place) => {
        const id = newId();
        await ctx.db
          .insertInto('saved_views')
          .values({
            workspace_id: ctx.workspaceId,
            id,
            owner_id: place.teammateId,
            name: 'Specimen',
            visibility: 'team',
            team_id: place.teamId,
            brand_id: place.brandId,
            filter: JSON.stringify(filter),
            sort: 'due',
            changed_at: ctx.now,
          })
          .execute();
        return id;
      },
    },
  },
  routes: {
    'POST /api/views': { body: { visibility: 'team', filter } },
    'PATCH /api/views/:id': { body: { visibility: 'team' } },
  },
};
