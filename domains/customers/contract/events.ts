/** What is told of customers. Ids, enums, numbers and times, never a value. */
import * as z from 'zod';
import { event } from '#platform/contract';
import { IdentityKind } from './ids.ts';

const uuid = z.uuid();

/** Somebody reached us (or was brought in) for the first time. */
export const customerMade = event(
  'customer.made',
  1,
  z.object({ brandId: uuid, identityKind: IdentityKind.nullable() }),
);
/** One more way to find a customer. */
export const identityAdded = event('customer.identity-added', 1, z.object({ identityId: uuid, kind: IdentityKind }));
/** Name, language, zone, place or fields are others; the values are not in the history. */
export const customerChanged = event(
  'customer.changed',
  1,
  z.object({
    fields: z.array(z.enum(['name', 'locale', 'zone', 'place', 'tags', 'custom'])).max(6),
  }),
);
/** An address or number is theirs no longer. */
export const identityRemoved = event(
  'customer.identity-removed',
  1,
  z.object({ identityId: uuid, kind: IdentityKind }),
);
/** Somebody made sure that an address or number is theirs, or took that back. */
export const identityVerified = event(
  'customer.identity-verified',
  1,
  z.object({ identityId: uuid, isVerified: z.boolean() }),
);
/** Two records were one person: the subject stays, the other is a tombstone that leads to it. Undone by its merge. */
export const customerMerged = event('customer.merged', 1, z.object({ mergeId: uuid, mergedId: uuid }));
export const customerUnmerged = event('customer.unmerged', 1, z.object({ mergeId: uuid, mergedId: uuid }));
/** What identified the customer was removed; ids and times stay. */
export const customerErased = event('customer.erased', 1, z.object({}));
export const membershipBegan = event('customer.membership-began', 1, z.object({ companyId: uuid }));
export const membershipEnded = event('customer.membership-ended', 1, z.object({ companyId: uuid }));

/** Something was written down about a customer, changed or removed; the words are not in the history. */
export const customerNoted = event(
  'customer.noted',
  1,
  z.object({ noteId: uuid, how: z.enum(['written', 'changed', 'removed']) }),
);
/** The name, the domains or the fields of a company are others. */
export const companyChanged = event(
  'company.changed',
  1,
  z.object({ fields: z.array(z.enum(['name', 'domains', 'custom'])).max(3) }),
);
