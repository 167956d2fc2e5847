import { openLine } from '#domains/brands';
import { newId } from '#platform/database';
import type { Specimens } from '#platform/domain';
import { CallId, channelKind } from './contract.ts';
import { ring } from './ring.ts';

/** Real objects of this domain for tests. */
export const specimens: Specimens = {
  objects: {
    VoiceLine: {
      ofBrand: true,
      make: async (ctx, place) => {
        const address = `+49${Math.floor(Math.random() * 1e11)}`;
        return (await openLine(ctx, { brandId: place.brandId, channel: channelKind, name: 'Specimen', address })).id;
      },
    },
    Call: {
      ofBrand: true,
      make: async (ctx, place) =>
        (
          await ring(ctx, {
            id: CallId.parse(newId()),
            lineId: await place.of('VoiceLine'),
            number: '+49 30 901820',
            subject: '',
          })
        ).id,
    },
  },
  routes: { 'POST /api/simulated-calls': { ids: { 'body.lineId': 'VoiceLine' }, body: { number: '+49 30 901821' } } },
};
