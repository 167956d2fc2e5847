import { sql } from 'kysely';
import type { ReadCtx } from '#platform/ctx';
import type { PersonalData } from '#platform/domain';
import { rememberErased } from './erased-names.ts';
import { piecesOf } from './pieces.ts';
import { asOrder, orderColumns, type OrderRecord } from './queries.ts';
import { removeOrder } from './remove-order.ts';
import { worthOf } from './totals.ts';

/** How many orders of a customer are read at once. */
const batch = 500;

async function* ordersOf(ctx: ReadCtx, customerId: string): AsyncIterable<OrderRecord> {
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const rows = await ctx.db
      .selectFrom('orders')
      .select(orderColumns)
      .where('workspace_id', '=', ctx.workspaceId)
      .where('customer_id', '=', customerId)
      .where('id', '>', after)
      .orderBy('id')
      .limit(batch)
      .execute();
    yield* rows.map(asOrder);
    after = rows.at(-1)?.id ?? after;
    if (rows.length < batch) return;
  }
}

/**
 * What a customer bought: given away whole, and erased whole, since an order tells where somebody lives and what they do.
 * The books are the shop's. What stays is a hash of its name there, so that the shop does not bring it back.
 */
export const personalData: PersonalData = {
  async export(ctx, customerId) {
    const orders: unknown[] = [];
    for await (const { id, version: _, toldHash: __, brandId: ___, customerId: ____, ...order } of ordersOf(
      ctx,
      customerId,
    ))
      orders.push({ ...order, ...(await piecesOf(ctx, id)) });
    return orders.length > 0 ? { orders, worth: await worthOf(ctx, [customerId]) } : {};
  },
  async erase(ctx, customerId) {
    const removed: Record<string, number> = {};
    const names: OrderRecord[] = [];
    for await (const order of ordersOf(ctx, customerId)) {
      for (const [table, rows] of Object.entries(await removeOrder(ctx, order)))
        removed[table] = (removed[table] ?? 0) + rows;
      names.push(order);
    }
    await rememberErased(ctx, names);
    const totals = await sql`
      delete from order_totals where workspace_id = ${ctx.workspaceId} and customer_id = ${customerId}`.execute(ctx.db);
    return { ...removed, order_totals: Number(totals.numAffectedRows ?? 0) };
  },
};
