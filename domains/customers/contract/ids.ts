/** How customers, their identities and companies are named. */
import * as z from 'zod';
import { id } from '#platform/contract';

export const CustomerId = id('Customer');
export const IdentityId = id('Identity');
export const CompanyId = id('Company');
export const NoteId = id('CustomerNote');
export const MergeId = id('CustomerMerge');
/** The brand whose customers these are. */
export const BrandId = z.uuid().meta({ object: 'Brand' });

/** How a customer is found: the form of an identity, never a channel. */
export const identityKinds = ['address', 'phone', 'handle', 'external', 'visitor'] as const;
export const IdentityKind = z.enum(identityKinds);
export type IdentityKind = z.output<typeof IdentityKind>;
