import { sql } from 'kysely';
import type { Ctx, ReadCtx } from '#platform/ctx';
import type { OrderView } from './contract.ts';

/** What belongs to one order, in its order. */
export type Pieces = Pick<OrderView, 'lines' | 'payments' | 'shipments'>;

/** The lines, payments and parcels of one order. */
export async function piecesOf(ctx: ReadCtx, orderId: string): Promise<Pieces> {
  const of = <T extends 'order_lines' | 'payments' | 'shipments'>(table: T) =>
    ctx.db
      .selectFrom(table as 'order_lines')
      .where('workspace_id', '=', ctx.workspaceId)
      .where('order_id', '=', orderId)
      .orderBy('position');
  const lines = await of('order_lines').select(['product_id', 'name', 'sku', 'quantity', 'unit_minor']).execute();
  const payments = await ctx.db
    .selectFrom('payments')
    .select(['kind', 'method', 'amount_minor', 'at'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('order_id', '=', orderId)
    .orderBy('position')
    .execute();
  const shipments = await ctx.db
    .selectFrom('shipments')
    .select(['carrier', 'tracking_number', 'tracking_url', 'sent_at', 'delivered_at'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('order_id', '=', orderId)
    .orderBy('position')
    .execute();
  return {
    lines: lines.map((row) => ({
      productId: row.product_id,
      name: row.name,
      sku: row.sku,
      quantity: row.quantity,
      unitMinor: Number(row.unit_minor),
    })),
    payments: payments.map((row) => ({
      kind: row.kind,
      method: row.method,
      amountMinor: Number(row.amount_minor),
      at: row.at.toISOString(),
    })),
    shipments: shipments.map((row) => ({
      carrier: row.carrier,
      trackingNumber: row.tracking_number,
      trackingUrl: row.tracking_url,
      sentAt: row.sent_at?.toISOString() ?? null,
      deliveredAt: row.delivered_at?.toISOString() ?? null,
    })),
  } as Pieces;
}

/** Puts these in the place of those before. */
export async function writePieces(ctx: Ctx, orderId: string, pieces: Pieces): Promise<void> {
  await dropPieces(ctx, orderId);
  const of = (position: number) => ({ workspace_id: ctx.workspaceId, order_id: orderId, position });
  const { lines, payments, shipments } = pieces;
  if (lines.length > 0)
    await ctx.db
      .insertInto('order_lines')
      .values(
        lines.map((line, at) => ({
          ...of(at),
          product_id: line.productId,
          name: line.name,
          sku: line.sku,
          quantity: line.quantity,
          unit_minor: line.unitMinor,
        })),
      )
      .execute();
  if (payments.length > 0)
    await ctx.db
      .insertInto('payments')
      .values(payments.map(({ amountMinor, ...payment }, at) => ({ ...of(at), ...payment, amount_minor: amountMinor })))
      .execute();
  if (shipments.length > 0)
    await ctx.db
      .insertInto('shipments')
      .values(
        shipments.map((parcel, at) => ({
          ...of(at),
          carrier: parcel.carrier,
          tracking_number: parcel.trackingNumber,
          tracking_url: parcel.trackingUrl,
          sent_at: parcel.sentAt,
          delivered_at: parcel.deliveredAt,
        })),
      )
      .execute();
}

/** Takes everything of an order away; how many rows of each. */
export async function dropPieces(ctx: Ctx, orderId: string): Promise<Readonly<Record<string, number>>> {
  const removed: Record<string, number> = {};
  for (const table of ['order_lines', 'payments', 'shipments'] as const) {
    const done = await sql`
      delete from ${sql.table(table)} where workspace_id = ${ctx.workspaceId} and order_id = ${orderId}`.execute(
      ctx.db,
    );
    removed[table] = Number(done.numAffectedRows ?? 0);
  }
  return removed;
}
