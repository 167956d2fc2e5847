/** Records that may be one person, as both sides of the wire see them. */
import * as z from 'zod';
import { cursor, id, page, route } from '#platform/contract';
import { IdentityKind } from './ids.ts';
import { CustomerRow } from './people.ts';

export const DuplicateId = id('Duplicate');

export const duplicateReasons = ['phone', 'name-and-company', 'address'] as const;

const Side = CustomerRow.extend({
  /** How they are found, the first known first. */
  identities: z.array(z.object({ kind: IdentityKind, value: z.string() })),
});

/** Two records, and why they may be one person. */
export const DuplicateView = z.object({
  id: DuplicateId,
  brandId: z.uuid(),
  reasons: z.array(z.enum(duplicateReasons)),
  foundAt: z.iso.datetime(),
  dismissedAt: z.iso.datetime().nullable(),
  one: Side,
  other: Side,
  can: z.array(z.enum(['merge', 'dismiss'])),
});
export type DuplicateView = z.output<typeof DuplicateView>;

const read = { permission: 'customers.read' } as const;
const edit = { permission: 'customers.edit' } as const;
const one = z.object({ id: DuplicateId });

export const listDuplicates = route({
  method: 'GET',
  path: '/api/duplicates',
  summary: 'Pairs of customers who may be one person, those found last first.',
  access: read,
  query: cursor,
  reply: page(DuplicateView),
});

export const readDuplicate = route({
  method: 'GET',
  path: '/api/duplicates/:id',
  summary: 'One pair of customers who may be one person.',
  access: read,
  params: one,
  reply: DuplicateView,
});

export const dismissDuplicate = route({
  method: 'PUT',
  path: '/api/duplicates/:id/dismissal',
  summary: 'These are two people: the pair is not suggested again.',
  access: edit,
  params: one,
  reply: DuplicateView,
});

export const suggestDuplicateAgain = route({
  method: 'DELETE',
  path: '/api/duplicates/:id/dismissal',
  summary: 'They may be one person after all.',
  access: edit,
  params: one,
  reply: DuplicateView,
});
