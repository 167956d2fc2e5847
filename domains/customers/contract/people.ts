/** Customers and how they are found, as both sides of the wire see them. */
import * as z from 'zod';
import { cursor, page, route } from '#platform/contract';
import { SegmentId } from './segments.ts';
import { BrandId, CompanyId, CustomerId, IdentityId, IdentityKind, MergeId } from './ids.ts';

export const IdentityView = z.object({
  id: IdentityId,
  kind: IdentityKind,
  value: z.string(),
  verifiedAt: z.iso.datetime().nullable(),
  /** Mail or messages to it came back. */
  undeliverableAt: z.iso.datetime().nullable(),
});

/** One row of the list. */
export const CustomerRow = z.object({
  id: CustomerId,
  brandId: BrandId,
  name: z.string(),
  place: z.string().nullable(),
  firstSeenAt: z.iso.datetime(),
});
export type CustomerRow = z.output<typeof CustomerRow>;

/** What can be taken over from a record that is merged; `custom` is all its fields; tags are joined. */
export const mergeParts = ['name', 'locale', 'zone', 'place', 'tags', 'custom'] as const;
export type MergePart = (typeof mergeParts)[number];

export const customerCan = ['edit', 'merge', 'export', 'erase', 'explain-sight'] as const;

export const CustomerView = CustomerRow.extend({
  locale: z.string().nullable(),
  zone: z.string().nullable(),
  /** Words teammates sort customers by. */
  tags: z.array(z.string()),
  identities: z.array(IdentityView),
  companies: z.array(
    z.object({ id: CompanyId, name: z.string(), role: z.string().nullable(), isPrimary: z.boolean() }),
  ),
  /** Field id → value. */
  custom: z.record(z.string(), z.unknown()),
  /** Merges into this one that can be undone. */
  merges: z.array(
    z.object({
      id: MergeId,
      mergedId: CustomerId,
      mergedName: z.string(),
      mergedAt: z.iso.datetime(),
      mergedByName: z.string().nullable(),
      why: z.string(),
    }),
  ),
  erasedAt: z.iso.datetime().nullable(),
  can: z.array(z.enum(customerCan)),
});
export type CustomerView = z.output<typeof CustomerView>;

const read = { permission: 'customers.read' } as const;
const edit = { permission: 'customers.edit' } as const;
const customer = z.object({ id: CustomerId });

export const listCustomers = route({
  method: 'GET',
  path: '/api/customers',
  summary:
    'Customers of the brands you serve, the last to come first or by name; or those found by a part of a name, address or number.',
  access: read,
  query: cursor.extend({
    text: z.string().trim().max(200).optional(),
    brandId: BrandId.optional(),
    sort: z.enum(['newest', 'name']).default('newest'),
    /** Those of a segment, or those that conditions hold (as JSON, see SegmentFilter): the last first. */
    segmentId: SegmentId.optional(),
    filter: z.string().max(8_000).optional(),
  }),
  reply: page(CustomerRow),
});

export const readCustomer = route({
  method: 'GET',
  path: '/api/customers/:id',
  summary: 'One customer with how they are found and where they belong. A merged one leads to who it was merged into.',
  access: read,
  params: customer,
  reply: CustomerView,
});

export const makeCustomer = route({
  method: 'POST',
  path: '/api/customers',
  summary: 'Make a customer by hand; an address or number that is known already gives the one who has it.',
  access: edit,
  body: z.object({
    brandId: BrandId.optional(),
    name: z.string().trim().max(300).default(''),
    identity: z.object({ kind: IdentityKind, value: z.string().trim().min(1).max(320) }),
  }),
  reply: CustomerView,
});

export const changeCustomer = route({
  method: 'PATCH',
  path: '/api/customers/:id',
  summary: 'Change a customer’s name, language, zone, place or fields; null in `custom` takes a field away.',
  access: edit,
  params: customer,
  body: z.object({
    name: z.string().trim().max(300).optional(),
    locale: z
      .string()
      .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
      .nullable()
      .optional(),
    zone: z.string().max(64).nullable().optional(),
    place: z.string().max(200).nullable().optional(),
    tags: z.array(z.string().trim().min(1).max(40)).max(50).optional(),
    custom: z.record(z.uuid(), z.unknown()).optional(),
  }),
  reply: CustomerView,
});

export const listUndeliverable = route({
  method: 'GET',
  path: '/api/undeliverable-addresses',
  summary: 'Which of these addresses of a brand are known to take no mail: what was sent to them came back.',
  access: read,
  query: z.object({ brandId: BrandId, addresses: z.string().max(20_000) }),
  reply: z.object({
    rows: z.array(
      z.object({
        identityId: IdentityId,
        customerId: CustomerId,
        address: z.string(),
        since: z.iso.datetime(),
        can: z.array(z.enum(['lift'])),
      }),
    ),
  }),
});

/** An address from which our mail comes back, and whose it is. */
export const UnreachableAddress = z.object({
  identityId: z.string(),
  customerId: z.string(),
  customerName: z.string(),
  address: z.string(),
  since: z.iso.datetime(),
  can: z.array(z.enum(['lift'])),
});
export type UnreachableAddress = z.output<typeof UnreachableAddress>;

export const listUnreachable = route({
  method: 'GET',
  path: '/api/unreachable-addresses',
  summary: 'All addresses of customers from which our mail comes back, the last first.',
  access: read,
  query: cursor,
  reply: page(UnreachableAddress),
});

export const liftUndeliverable = route({
  method: 'DELETE',
  path: '/api/identities/:id/undeliverable',
  summary: 'Trust an address again that mail came back from. The next report marks it anew.',
  access: edit,
  params: z.object({ id: IdentityId }),
  reply: z.object({}),
});

export const addIdentity = route({
  method: 'POST',
  path: '/api/customers/:id/identities',
  summary: 'Add a way to find this customer.',
  access: edit,
  params: customer,
  body: z.object({ kind: IdentityKind, value: z.string().trim().min(1).max(320) }),
  reply: CustomerView,
});

export const removeIdentity = route({
  method: 'DELETE',
  path: '/api/customers/:id/identities/:identityId',
  summary: 'An address or number is theirs no longer: who writes from it is somebody new. What was said stays.',
  access: edit,
  params: z.object({ id: CustomerId, identityId: IdentityId }),
  reply: CustomerView,
});

export const verifyIdentity = route({
  method: 'PUT',
  path: '/api/customers/:id/identities/:identityId/verification',
  summary: 'Say that somebody made sure this address or number is theirs.',
  access: edit,
  params: z.object({ id: CustomerId, identityId: IdentityId }),
  reply: CustomerView,
});

export const unverifyIdentity = route({
  method: 'DELETE',
  path: '/api/customers/:id/identities/:identityId/verification',
  summary: 'Nobody made sure that this address or number is theirs.',
  access: edit,
  params: z.object({ id: CustomerId, identityId: IdentityId }),
  reply: CustomerView,
});

export const mergeCustomers = route({
  method: 'POST',
  path: '/api/customers/:id/merges',
  summary: 'Another record is the same person: it is merged into this one, and can be taken apart again.',
  access: edit,
  params: customer,
  body: z.object({
    mergedId: CustomerId,
    /** What is taken over from the other; everything else stays as it is here. */
    take: z.array(z.enum(mergeParts)).max(mergeParts.length).default([]),
    /** For the history: seen by whoever sees the customer, and gone with them. */
    why: z.string().trim().max(300).default(''),
  }),
  reply: CustomerView,
});

export const unmergeCustomers = route({
  method: 'DELETE',
  path: '/api/customers/:id/merges/:mergeId',
  summary: 'Take a merge apart: what it moved goes back.',
  access: edit,
  params: z.object({ id: CustomerId, mergeId: MergeId }),
  reply: CustomerView,
});
