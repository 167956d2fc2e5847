/** What is told of orders. Ids, enums and numbers: what was bought, and for how much, is not in the history. */
import * as z from 'zod';
import { event } from '#platform/contract';
import { OrderPhase } from './views.ts';

const uuid = z.uuid();

/** A shop told of an order for the first time. */
export const orderTold = event(
  'order.told',
  1,
  z.object({ brandId: uuid, customerId: uuid, phase: OrderPhase, lineCount: z.int() }),
);
/** An order is another than before. */
export const orderChanged = event(
  'order.changed',
  1,
  z.object({ customerId: uuid, before: OrderPhase, after: OrderPhase }),
);
/** The shop, or the way back of an import, took an order away. */
export const orderRemoved = event('order.removed', 1, z.object({ customerId: uuid }));
