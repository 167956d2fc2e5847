/** Who can be written to first, as both sides of the wire see them. */
import * as z from 'zod';
import { route } from '#platform/contract';
import { CustomerId, IdentityId } from './ids.ts';

/** A customer under one address that a line can write to. */
export const Addressee = z.object({
  identityId: IdentityId,
  customerId: CustomerId,
  name: z.string(),
  address: z.string(),
});
export type Addressee = z.output<typeof Addressee>;

export const listAddressees = route({
  method: 'GET',
  path: '/api/addressees',
  summary:
    'Customers whom a line can write to, found by a part of a name or address: of its brand, the last to come first.',
  access: { permission: 'customers.read' },
  query: z.object({ lineId: z.uuid().meta({ object: 'Line' }), text: z.string().trim().max(200) }),
  reply: z.object({ rows: z.array(Addressee) }),
});
