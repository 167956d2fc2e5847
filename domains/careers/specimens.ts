import { newId } from '#platform/database';
import type { Specimens } from '#platform/domain';
import type { PayGiven } from './contract.ts';
import { enterPay } from './enter-pay.ts';

const range: PayGiven = {
  role: 'customer-service-specialist',
  place: 'jamaica',
  experience: 'starting',
  lowMinor: 100,
  highMinor: 200,
  currency: 'JMD',
  period: 'year',
  year: 2026,
  source: 'Specimen of a source',
  sourceUrl: null,
  means: 'Specimen of a meaning',
};
const text = { kind: 'place', key: 'jamaica', lang: 'en' } as const;
const title = { role: 'customer-service-specialist', place: 'jamaica' } as const;

/** Real objects of this domain for tests. */
export const specimens: Specimens = {
  objects: {
    CareerPay: {
      ofBrand: false,
      async make(ctx) {
        const id = newId();
        await enterPay(ctx, id, range);
        return id;
      },
    },
  },
  routes: {
    'GET /api/careers/texts/:kind/:key/:lang': { params: text },
    'PUT /api/careers/texts/:kind/:key/:lang': {
      params: text,
      body: { body: { kind: 'place', name: 'Jamaica', says: [{ says: 'A hub.', source: 'ours' }] } },
    },
    'DELETE /api/careers/texts/:kind/:key/:lang': { params: text },
    'POST /api/careers/pay': { body: { ...range } },
    'PUT /api/careers/titles/:role/:place': { params: title, body: { title: 'Agent', source: 'ours' } },
    'DELETE /api/careers/titles/:role/:place': { params: title },
  },
};
