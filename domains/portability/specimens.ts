import { newId } from '#platform/database';
import type { Specimens } from '#platform/domain';
import { keep } from '#platform/storage';

/** Real objects of this domain for tests. */
export const specimens: Specimens = {
  objects: {
    Import: {
      ofBrand: true,
      async make(ctx, place) {
        const id = newId();
        const { sha256 } = await place.files.put(ctx.workspaceId, Buffer.from(`address\n${id}@specimen.example\n`));
        await ctx.db
          .insertInto('imports')
          .values({
            workspace_id: ctx.workspaceId,
            id,
            brand_id: place.brandId,
            kind: 'customers',
            file_name: 'specimen.csv',
            sha256,
            headers: JSON.stringify(['address']),
            sample: '[]',
            row_count: 1,
            state: 'draft',
            made_by: place.teammateId,
            made_at: ctx.now,
          })
          .execute();
        keep(ctx, sha256);
        return id;
      },
    },
  },
  routes: {
    'POST /api/imports': {
      body: {
        kind: 'customers',
        fileName: 'specimen.csv',
        base64: Buffer.from('address\na@specimen.example').toString('base64'),
      },
    },
    'PUT /api/imports/:id/mapping': { body: { mapping: { address: 'address' }, onKnown: 'keep' } },
  },
};
