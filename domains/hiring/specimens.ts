import { newId } from '#platform/database';
import type { Specimens } from '#platform/domain';
import { apply } from './apply.ts';
import { addFeed } from './feeds.ts';
import { addOpening, setOpeningState } from './openings.ts';

const given = {
  role: 'customer-service-specialist',
  place: 'jamaica',
  title: 'Specimen',
  about: 'A specimen of an opening.',
  town: 'Kingston',
  where: 'hybrid',
  hours: 'full-time',
  pay: null,
  closesOn: null,
} as const;

/** Real objects of this domain for tests. */
export const specimens: Specimens = {
  objects: {
    Opening: {
      ofBrand: true,
      async make(ctx, place) {
        const id = newId();
        await addOpening(ctx, id, place.brandId, given);
        await setOpeningState(ctx, id, 'open');
        return id;
      },
    },
    OpeningFeed: {
      ofBrand: true,
      async make(ctx, place) {
        const id = newId();
        const address = `https://${id}.specimen.example/feed`;
        await addFeed(ctx, { id, brandId: place.brandId, name: 'Specimen', address });
        return id;
      },
    },
    Application: {
      ofBrand: true,
      async make(ctx, place) {
        const openingId = await place.of('Opening');
        const { sha256, sizeBytes } = await place.files.put(ctx.workspaceId, Buffer.from(`A life. ${openingId}`));
        return apply(ctx, {
          openingId,
          brandId: place.brandId,
          name: 'Specimen',
          address: `${newId()}@specimen.example`,
          phone: null,
          why: 'To be a specimen.',
          lang: 'en',
          cv: { sha256, sizeBytes, name: 'cv.txt', mediaType: 'text/plain' },
          proofIds: [],
        });
      },
    },
  },
  routes: {
    'GET /api/open-openings': { query: { role: 'customer-service-specialist' } },
    'POST /api/openings': { body: { ...given } },
    'POST /api/opening-feeds': { body: { address: 'https://specimen.example/feed' } },
    'PUT /api/openings/:id': { body: { ...given } },
    'GET /api/applications/:id/letter-drafts/:kind': { params: { kind: 'invited' } },
  },
};
