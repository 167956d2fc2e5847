import type { Ctx, ReadCtx } from '#platform/ctx';
import { notFound } from '#platform/problem';
import type { OrderPhase } from './contract.ts';
import { can } from './policy.ts';

/** An order as it is stored. */
export interface OrderRecord {
  readonly id: string;
  readonly brandId: string;
  readonly customerId: string;
  readonly source: string;
  readonly externalId: string;
  readonly number: string;
  readonly phase: OrderPhase;
  readonly state: string;
  readonly place: string | null;
  readonly url: string | null;
  readonly currency: string;
  readonly totalMinor: number;
  readonly refundedMinor: number;
  readonly placedAt: Date;
  readonly deliveredAt: Date | null;
  readonly toldAt: Date;
  /** Of all the shop said: the same again changes nothing. */
  readonly toldHash: string;
  readonly version: number;
}

/** What a shop calls an order. */
export interface ShopName {
  readonly brandId: string;
  readonly source: string;
  readonly externalId: string;
}

/** All columns of an order, by name: a column added beside a running server never breaks its plans. */
export const orderColumns = [
  'id',
  'brand_id',
  'customer_id',
  'source',
  'external_id',
  'number',
  'phase',
  'state',
  'place',
  'url',
  'currency',
  'total_minor',
  'refunded_minor',
  'placed_at',
  'delivered_at',
  'told_at',
  'told_hash',
  'version',
] as const;

function rows(ctx: ReadCtx) {
  return ctx.db.selectFrom('orders').select(orderColumns).where('workspace_id', '=', ctx.workspaceId);
}

type Selected = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>;

/** A row of the table in our words; sums are whole numbers far below where a double loses one. */
export function asOrder(row: Selected): OrderRecord {
  return {
    id: row.id,
    brandId: row.brand_id,
    customerId: row.customer_id,
    source: row.source,
    externalId: row.external_id,
    number: row.number,
    phase: row.phase as OrderPhase,
    state: row.state,
    place: row.place,
    url: row.url,
    currency: row.currency,
    totalMinor: Number(row.total_minor),
    refundedMinor: Number(row.refunded_minor),
    placedAt: row.placed_at,
    deliveredAt: row.delivered_at,
    toldAt: row.told_at,
    toldHash: row.told_hash,
    version: row.version,
  };
}

/** One order the actor may see; 404 otherwise. */
export async function visibleOrder(ctx: ReadCtx, id: string): Promise<OrderRecord> {
  const row = await rows(ctx).where('id', '=', id).executeTakeFirst();
  if (!row || !can.read(ctx.actor, { brandId: row.brand_id })) throw notFound();
  return asOrder(row);
}

/** The order a shop knows by this name; null where it told of none. */
export async function orderByName(ctx: ReadCtx, name: ShopName): Promise<OrderRecord | null> {
  const row = await named(ctx, name).executeTakeFirst();
  return row ? asOrder(row) : null;
}

/** The same under its row lock, for a change. */
export async function lockByName(ctx: Ctx, name: ShopName): Promise<OrderRecord | null> {
  const row = await named(ctx, name).forUpdate().executeTakeFirst();
  return row ? asOrder(row) : null;
}

function named(ctx: ReadCtx, name: ShopName) {
  return rows(ctx)
    .where('brand_id', '=', name.brandId)
    .where('source', '=', name.source)
    .where('external_id', '=', name.externalId);
}
