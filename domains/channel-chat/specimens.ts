import { openLine } from '#domains/brands';
import { newId } from '#platform/database';
import type { Specimens } from '#platform/domain';
import { channelKind } from './contract.ts';
import { hear } from './hear.ts';

/** Real objects of this domain for tests. */
export const specimens: Specimens = {
  objects: {
    ChatLine: {
      ofBrand: true,
      make: async (ctx, place) => {
        const address = `${newId()}.chat.test`;
        return (
          await openLine(ctx, {
            brandId: place.brandId,
            channel: channelKind,
            name: 'Specimen',
            address,
            settings: { simulated: true },
          })
        ).id;
      },
    },
    Chat: {
      ofBrand: true,
      make: async (ctx, place) =>
        (
          await hear(ctx, {
            id: newId(),
            lineId: await place.of('ChatLine'),
            handle: newId(),
            name: 'Specimen',
            text: 'Hello?',
          })
        ).conversationId,
    },
  },
  routes: {
    'PUT /api/chats/:id/taking': { ids: { 'params.id': 'Chat' } },
    'POST /api/simulated-chats': {
      ids: { 'body.lineId': 'ChatLine' },
      body: { id: newId(), handle: 'somebody', text: 'Hello' },
    },
  },
};
