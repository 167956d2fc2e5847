import { sql } from 'kysely';
import { customerNames } from '#domains/customers';
import type { ReadCtx } from '#platform/ctx';
import type { OrderRow, OrderView } from './contract.ts';
import { piecesOf } from './pieces.ts';
import type { OrderRecord } from './queries.ts';

/** One order with everything of it. */
export async function orderView(ctx: ReadCtx, order: OrderRecord): Promise<OrderView> {
  const names = await customerNames(ctx, [order.customerId]);
  return {
    ...headOf(order),
    customerName: names.get(order.customerId) ?? '',
    source: order.source,
    externalId: order.externalId,
    toldAt: order.toldAt.toISOString(),
    ...(await piecesOf(ctx, order.id)),
  } as OrderView;
}

/** Rows of a list, each with its first line: one question for all of them. */
export async function orderRows(ctx: ReadCtx, orders: readonly OrderRecord[]): Promise<readonly OrderRow[]> {
  if (orders.length === 0) return [];
  const { rows } = await sql<{ id: string; name: string | null; lines: number; url: string | null }>`
    select of_page.id, first.name, coalesce(first.lines, 0)::int as lines, parcel.url
    from unnest(${orders.map(({ id }) => id)}::uuid[]) as of_page (id)
    left join lateral (
      select max(name) filter (where position = 0) as name, count(*) as lines from order_lines
      where workspace_id = ${ctx.workspaceId} and order_id = of_page.id) first on true
    left join lateral (
      select tracking_url as url from shipments
      where workspace_id = ${ctx.workspaceId} and order_id = of_page.id and tracking_url is not null
      order by position desc limit 1) parcel on true`.execute(ctx.db);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return orders.map((order) => {
    const more = byId.get(order.id);
    return {
      ...headOf(order),
      firstLine: more?.name ?? '',
      moreLines: Math.max(0, (more?.lines ?? 0) - 1),
      trackingUrl: more?.url ?? null,
    } as OrderRow;
  });
}

function headOf(order: OrderRecord) {
  const { id, brandId, customerId, number, phase, state, place, currency, totalMinor, refundedMinor, url } = order;
  return {
    id,
    brandId,
    customerId,
    number,
    phase,
    state,
    place,
    currency,
    totalMinor,
    refundedMinor,
    url,
    placedAt: order.placedAt.toISOString(),
    deliveredAt: order.deliveredAt?.toISOString() ?? null,
  };
}
