/** Keeping times and legal holds, as both sides of the wire see them. */
import * as z from 'zod';
import { cursor, id, ownWords, page, route } from '#platform/contract';

const CustomerId = id('Customer');
const time = z.iso.datetime();

/** A type of thing, how long it is kept, and what the last night took away. */
export const KeepingView = z.object({
  type: z.string(),
  title: ownWords(z.string()),
  says: ownWords(z.string()),
  /** Null: kept until somebody erases it. */
  days: z.int().nullable(),
  lastRun: z.object({ at: time, removed: z.int(), held: z.int() }).nullable(),
});
export type KeepingView = z.output<typeof KeepingView>;

/** Somebody who may not be erased for now. */
export const HoldView = z.object({
  customerId: CustomerId,
  why: z.string(),
  heldAt: time,
  heldByName: z.string().nullable(),
});
export type HoldView = z.output<typeof HoldView>;

const configure = { permission: 'privacy.configure' } as const;
const customer = z.object({ id: CustomerId });

export const listKeepings = route({
  method: 'GET',
  path: '/api/keeping-times',
  summary: 'How long each type of thing is kept, and what the last night took away.',
  access: configure,
  reply: z.object({ rows: z.array(KeepingView) }),
});

export const setKeeping = route({
  method: 'PUT',
  path: '/api/keeping-times/:type',
  summary: 'Say for how many days a type of thing is kept; null keeps it until somebody erases it.',
  access: configure,
  params: z.object({ type: z.string().max(40) }),
  body: z.object({ days: z.int().min(1).max(36_500).nullable() }),
  reply: KeepingView,
});

export const listHolds = route({
  method: 'GET',
  path: '/api/legal-holds',
  summary: 'Customers who may not be erased for now, those held last first.',
  access: configure,
  query: cursor,
  reply: page(HoldView),
});

export const readHold = route({
  method: 'GET',
  path: '/api/customers/:id/hold',
  summary: 'Whether a customer is held, and by whom.',
  access: { permission: 'customers.erase' },
  params: customer,
  reply: z.object({ hold: HoldView.nullable() }),
});

export const holdCustomer = route({
  method: 'PUT',
  path: '/api/customers/:id/hold',
  summary: 'Keep a customer although they would be erased: nobody and no night takes them away until this is lifted.',
  access: configure,
  params: customer,
  body: z.object({ why: z.string().trim().min(1).max(300) }),
  reply: z.object({ hold: HoldView.nullable() }),
});

export const liftHold = route({
  method: 'DELETE',
  path: '/api/customers/:id/hold',
  summary: 'The customer may be erased again; the reason goes with the hold.',
  access: configure,
  params: customer,
  reply: z.object({ hold: HoldView.nullable() }),
});
