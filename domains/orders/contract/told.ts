/** What a shop tells of an order or a product: the whole of it, each time. */
import * as z from 'zod';
import { IdentityKind } from '#domains/customers/contract';
import { Currency, OrderPhase } from './views.ts';

const time = z.iso.datetime({ offset: true });
const minor = z.int().min(-1e15).max(1e15);
const link = z
  .string()
  .max(2_000)
  .url({ protocol: /^https?$/ });
const BrandId = z.uuid().meta({ object: 'Brand' });

/** Most lines, payments and parcels of one order. */
export const orderLimits = { lines: 200, payments: 100, shipments: 50 } as const;

export const ToldOrder = z.object({
  brandId: BrandId.optional(),
  number: z.string().trim().min(1).max(60),
  /** Who bought it: found by this, or made on first sight. */
  customer: z.object({
    kind: IdentityKind,
    value: z.string().trim().min(1).max(320),
    name: z.string().trim().max(300).default(''),
  }),
  phase: OrderPhase,
  state: z.string().trim().max(120).default(''),
  place: z.string().trim().max(200).nullable().default(null),
  url: link.nullable().default(null),
  currency: Currency,
  totalMinor: minor,
  placedAt: time,
  deliveredAt: time.nullable().default(null),
  /** When the shop changed it, by its own clock; what it told before that is passed over. Now, where nothing is said. */
  changedAt: time.optional(),
  lines: z
    .array(
      z.object({
        /** The shop's id of a product it told us of. */
        product: z.string().max(200).nullable().default(null),
        name: z.string().trim().min(1).max(300),
        sku: z.string().trim().max(100).nullable().default(null),
        quantity: z.int().min(1).max(1_000_000).default(1),
        unitMinor: minor,
      }),
    )
    .max(orderLimits.lines)
    .default([]),
  payments: z
    .array(
      z.object({
        kind: z.enum(['payment', 'refund']),
        /** In words, never the number of a card. */
        method: z.string().trim().max(60).default(''),
        amountMinor: z.int().min(0).max(1e15),
        at: time,
      }),
    )
    .max(orderLimits.payments)
    .default([]),
  shipments: z
    .array(
      z.object({
        carrier: z.string().trim().max(80).default(''),
        trackingNumber: z.string().trim().max(100).nullable().default(null),
        trackingUrl: link.nullable().default(null),
        sentAt: time.nullable().default(null),
        deliveredAt: time.nullable().default(null),
      }),
    )
    .max(orderLimits.shipments)
    .default([]),
});
export type ToldOrder = z.output<typeof ToldOrder>;

export const ToldProduct = z.object({
  brandId: BrandId.optional(),
  name: z.string().trim().min(1).max(300),
  sku: z.string().trim().max(100).nullable().default(null),
  price: z.object({ amountMinor: minor, currency: Currency }).nullable().default(null),
  url: link.nullable().default(null),
  isWithdrawn: z.boolean().default(false),
});
export type ToldProduct = z.output<typeof ToldProduct>;
