/** What is shown of orders. */
import * as z from 'zod';
import { CustomerId } from '#domains/customers/contract';
import { OrderId, ProductId } from './ids.ts';

const time = z.iso.datetime();
const minor = z.int().min(-1e15).max(1e15);
export const Currency = z.string().regex(/^[A-Z]{3}$/);

/** How far an order is, the same for all shops; the shop's own words stand beside it. */
export const orderPhases = ['placed', 'paid', 'packed', 'sent', 'delivered', 'returned', 'cancelled'] as const;
export const OrderPhase = z.enum(orderPhases);
export type OrderPhase = z.output<typeof OrderPhase>;

/** A row of a list. */
export const OrderRow = z.object({
  id: OrderId,
  brandId: z.uuid(),
  customerId: CustomerId,
  number: z.string(),
  phase: OrderPhase,
  /** In the shop's words; empty where it has none. */
  state: z.string(),
  place: z.string().nullable(),
  currency: Currency,
  totalMinor: minor,
  refundedMinor: minor,
  placedAt: time,
  deliveredAt: time.nullable(),
  /** What was bought first in it, and how many other lines there are. */
  firstLine: z.string(),
  moreLines: z.int(),
  /** Where a parcel of it can be followed, and where the order stands in the shop. */
  trackingUrl: z.string().nullable(),
  url: z.string().nullable(),
});
export type OrderRow = z.output<typeof OrderRow>;

export const OrderView = OrderRow.omit({ firstLine: true, moreLines: true, trackingUrl: true }).extend({
  customerName: z.string(),
  source: z.string(),
  externalId: z.string(),
  toldAt: time,
  lines: z.array(
    z.object({
      productId: ProductId.nullable(),
      name: z.string(),
      sku: z.string().nullable(),
      quantity: z.int(),
      unitMinor: minor,
    }),
  ),
  payments: z.array(
    z.object({ kind: z.enum(['payment', 'refund']), method: z.string(), amountMinor: minor, at: time }),
  ),
  shipments: z.array(
    z.object({
      carrier: z.string(),
      trackingNumber: z.string().nullable(),
      trackingUrl: z.string().nullable(),
      sentAt: time.nullable(),
      deliveredAt: time.nullable(),
    }),
  ),
});
export type OrderView = z.output<typeof OrderView>;

/** What a customer bought in all, in one currency: cancelled orders and refunds are taken off. */
export const Worth = z.object({ currency: Currency, orderCount: z.int(), worthMinor: minor });
export type Worth = z.output<typeof Worth>;

export const ProductView = z.object({
  id: ProductId,
  brandId: z.uuid(),
  source: z.string(),
  externalId: z.string(),
  name: z.string(),
  sku: z.string().nullable(),
  priceMinor: minor.nullable(),
  currency: Currency.nullable(),
  url: z.string().nullable(),
  withdrawnAt: time.nullable(),
});
export type ProductView = z.output<typeof ProductView>;
