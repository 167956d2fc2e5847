import { newId } from '#platform/database';
import type { Specimens } from '#platform/domain';

/** Real objects of this domain for tests. */
export const specimens: Specimens = {
  objects: {
    Batch: {
      ofBrand: false,
      make: async (ctx, place) => {
        const id = newId();
        await ctx.db
          .insertInto('batches')
          .values({
            workspace_id: ctx.workspaceId,
            id,
            made_by: place.teammateId,
            made_at: ctx.now,
            action: JSON.stringify({ do: 'read' }),
            state: 'done',
            total: 0,
            moved_at: ctx.now,
          })
          .execute();
        return id;
      },
    },
  },
  routes: {
    'POST /api/batch-previews': { body: {} },
    'POST /api/batches': { body: { action: { do: 'read' } } },
  },
};
