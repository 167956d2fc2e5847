import { newId } from '#platform/database';
import type { Ctx } from '#platform/ctx';
import type { SpecimenPlace, Specimens } from '#platform/domain';
import type { ToldOrder } from './contract.ts';
import { tellProduct } from './products.ts';
import { writeOrder } from './tell-order.ts';

const told: ToldOrder = {
  number: 'SP-1',
  customer: { kind: 'address', value: 'someone@specimen.example', name: '' },
  phase: 'placed',
  state: '',
  place: null,
  url: null,
  currency: 'EUR',
  totalMinor: 100,
  placedAt: '2026-11-01T09:00:00Z',
  deliveredAt: null,
  lines: [],
  payments: [],
  shipments: [],
};

/** Real objects of this domain for tests. */
export const specimens: Specimens = {
  objects: {
    Order: { ofBrand: true, make: anOrder },
    Product: {
      ofBrand: true,
      make: async (ctx, place) =>
        (
          await tellProduct(
            ctx,
            { source: 'specimen', externalId: newId() },
            { brandId: place.brandId, name: 'Specimen', sku: null, price: null, url: null, isWithdrawn: false },
          )
        ).id,
    },
  },
  routes: {
    'PUT /api/shops/:source/orders/:externalId': { params: { source: 'specimen', externalId: '{new}' }, body: told },
    'GET /api/shops/:source/orders/:externalId': { params: { source: 'specimen', externalId: 'known' } },
    'DELETE /api/shops/:source/orders/:externalId': { params: { source: 'specimen', externalId: 'known' } },
    'PUT /api/shops/:source/products/:externalId': { params: { source: 'specimen', externalId: '{new}' } },
  },
};

async function anOrder(ctx: Ctx, place: SpecimenPlace): Promise<string> {
  const name = { brandId: place.brandId, source: 'specimen', externalId: 'known' };
  return (await writeOrder(ctx, name, await place.of('Customer'), told)).id;
}
