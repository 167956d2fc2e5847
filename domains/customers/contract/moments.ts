/** A customer's timeline as both sides of the wire see it. */
import * as z from 'zod';
import { cursor, page, route } from '#platform/contract';
import { CustomerId } from './ids.ts';

/** Something that happened with a customer, told by the domain that knows of it. */
export const MomentView = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  /** `customer.merged`, `contact.in`: whose words say it. */
  kind: z.string(),
  /** What somebody wrote: a subject, a note. */
  title: z.string().nullable(),
  href: z.string().nullable(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  actorName: z.string().nullable(),
});
export type MomentView = z.output<typeof MomentView>;

export const listMoments = route({
  method: 'GET',
  path: '/api/customers/:id/timeline',
  summary:
    'Everything that happened with a customer, from every part of the house, the last first; only what you may see.',
  access: { permission: 'customers.read' },
  params: z.object({ id: CustomerId }),
  query: cursor,
  reply: page(MomentView),
});
