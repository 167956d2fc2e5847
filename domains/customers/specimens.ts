import { newId } from '#platform/database';
import type { Ctx } from '#platform/ctx';
import type { SpecimenPlace, Specimens } from '#platform/domain';
import { makeCompany } from './companies.ts';
import { makeField } from './fields.ts';
import { findOrMakeCustomer } from './find-or-make-customer.ts';
import { mergeCustomers } from './merge-customers.ts';
import { writeCustomerNote } from './notes.ts';
import { identitiesOf } from './queries.ts';

const aField = {
  type: 'text' as const,
  choices: [] as { id: string; name: string }[],
  currency: null,
  isRequired: false,
  shownWhen: null,
  requiredWhen: null,
  position: 0,
};

const everybody = { match: 'all', of: [] };

/** Real objects of this domain for tests. */
export const specimens: Specimens = {
  objects: {
    Customer: { ofBrand: true, make: someone },
    Identity: {
      ofBrand: true,
      make: async (ctx, place) => (await identitiesOf(ctx, await place.of('Customer')))[0]?.id ?? '',
    },
    Company: {
      ofBrand: true,
      make: async (ctx, place) =>
        (await makeCompany(ctx, { brandId: place.brandId, name: 'Specimen', domains: [] })).id,
    },
    CustomerNote: {
      ofBrand: true,
      make: async (ctx, place) => (await writeCustomerNote(ctx, await place.of('Customer'), newId(), 'Specimen')).id,
    },
    Field: {
      ofBrand: true,
      make: async (ctx, place) =>
        (await makeField(ctx, { ...aField, name: newId(), brandId: place.brandId as never, kind: 'customer' })).id,
    },
    Segment: {
      ofBrand: true,
      make: async (ctx, place) => {
        const id = newId();
        await ctx.db
          .insertInto('segments')
          .values({
            workspace_id: ctx.workspaceId,
            id,
            owner_id: place.teammateId,
            brand_id: place.brandId,
            is_shared: true,
            name: 'Specimen',
            filter: JSON.stringify(everybody),
            changed_at: ctx.now,
          })
          .execute();
        return id;
      },
    },
    OtherCustomer: { ofBrand: true, make: someone },
    Duplicate: { ofBrand: true, make: aPair },
    CustomerMerge: {
      ofBrand: true,
      make: async (ctx, place) => {
        const view = await mergeCustomers(ctx, await place.of('Customer'), await someone(ctx, place));
        const merge = view.merges[0];
        if (!merge) throw new Error('A merge that was just made is not there.');
        return merge.id;
      },
    },
  },
  routes: {
    'POST /api/segments': { body: { name: 'Specimen', filter: everybody, isShared: true } },
    'PUT /api/segments/:id': { body: { name: 'Specimen', filter: everybody, isShared: true } },
    'GET /api/segment-count': { query: { filter: JSON.stringify(everybody) } },
    'POST /api/fields': { body: { name: 'Another specimen', type: 'text' } },
    'PUT /api/fields/:id': { body: { name: 'Specimen' } },
    'POST /api/customers/:id/merges': { ids: { 'body.mergedId': 'OtherCustomer' } },
    'GET /api/undeliverable-addresses': { query: { addresses: 'someone@specimen.example' } },
    'POST /api/customers/:id/consents': {
      body: { purpose: 'marketing', medium: 'mail', state: 'given', source: 'form' },
    },
    'POST /api/customers': { body: { identity: { kind: 'address', value: 'someone@specimen.example' } } },
    'POST /api/customers/:id/identities': { body: { kind: 'address', value: 'another@specimen.example' } },
  },
};

async function aPair(ctx: Ctx, place: SpecimenPlace): Promise<string> {
  const [one, other] = [await someone(ctx, place), await someone(ctx, place)].toSorted();
  const id = newId();
  await ctx.db
    .insertInto('duplicate_suggestions')
    .values({
      workspace_id: ctx.workspaceId,
      id,
      brand_id: place.brandId,
      one_id: one ?? '',
      other_id: other ?? '',
      reasons: ['phone'],
      found_at: ctx.now,
    })
    .execute();
  return id;
}

async function someone(ctx: Ctx, place: SpecimenPlace): Promise<string> {
  return (await found(ctx, place)).customerId;
}

function found(ctx: Ctx, place: SpecimenPlace) {
  const value = `${newId()}@specimen.example`;
  return findOrMakeCustomer(ctx, { brandId: place.brandId, kind: 'address', value, name: 'Specimen', at: ctx.now });
}
