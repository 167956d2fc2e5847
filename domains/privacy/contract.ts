/** Privacy as both sides of the wire see it: export and erasure of a customer, and what administrators changed. */
import * as z from 'zod';
import { cursor, id, page, route } from '#platform/contract';

const CustomerId = id('Customer');

/** Why a customer is erased. Words of a list: a free reason would name the person again. */
export const erasureReasons = ['asked-by-customer', 'no-longer-needed', 'unlawful'] as const;

/** The proof of an erasure: what was removed, and nothing of the person. */
export const ErasureView = z.object({
  id: z.uuid(),
  customerId: z.uuid(),
  reason: z.enum(erasureReasons),
  askedAt: z.iso.datetime(),
  askedById: z.uuid().nullable(),
  doneAt: z.iso.datetime().nullable(),
  /** Table → rows that were emptied or removed. */
  removed: z.record(z.string(), z.number().int()),
  /** The same, domain by domain; of old proofs nothing is known of it. */
  parts: z.array(z.object({ domain: z.string(), table: z.string(), rows: z.int() })),
  /** Over all of the proof; null on old ones. */
  hash: z.string().nullable(),
  askedByName: z.string().nullable(),
});
export type ErasureView = z.output<typeof ErasureView>;

const audit = { permission: 'audit.read' } as const;

export const exportCustomer = route({
  method: 'POST',
  path: '/api/customers/:id/export',
  summary: 'Everything that is known of a customer, from every part of the house, as one JSON file.',
  access: { permission: 'customers.export' },
  params: z.object({ id: CustomerId }),
  reply: z.unknown(),
  replyIs: 'bytes',
});

export const eraseCustomer = route({
  method: 'POST',
  path: '/api/customers/:id/erasure',
  summary: 'Erase a customer for good: what they wrote, their names, addresses and files. Figures and history stay.',
  access: { permission: 'customers.erase' },
  params: z.object({ id: CustomerId }),
  body: z.object({ reason: z.enum(erasureReasons) }),
  reply: ErasureView,
});

export const listErasures = route({
  method: 'GET',
  path: '/api/erasures',
  summary: 'The proofs of erasures, newest first.',
  access: audit,
  query: cursor,
  reply: page(ErasureView),
});

export const readErasure = route({
  method: 'GET',
  path: '/api/customers/:id/erasure',
  summary: 'The proof that a customer was erased, the last one where there were several.',
  access: { permission: 'customers.erase' },
  params: z.object({ id: CustomerId }),
  reply: z.object({ erasure: ErasureView.nullable() }),
});

export * from './contract/audit.ts';
export * from './contract/keeping.ts';
