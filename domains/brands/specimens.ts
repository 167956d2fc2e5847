import { newId } from '#platform/database';
import type { Specimens } from '#platform/domain';
import type { Ctx } from '#platform/ctx';
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
            channel: written(ctx),
            name: 'Specimen',
            address: `${newId()}@desk.test`,
          })
        ).id,
    },
  },
  routes: {
    'PUT /api/brands/:id/archival': { body: { closesLines: true } },
    'POST /api/lines': { body: { channel: '{channel}', address: '{new}@desk.test' } },
  },
};

/** A channel that messages can be written on. */
function written(ctx: Ctx): string {
  const channel = [...ctx.house.channels.values()].find(({ reply }) => reply);
  if (!channel) throw new Error('No channel of the house takes a reply.');
  return channel.kind;
}
