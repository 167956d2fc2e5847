import { sql } from 'kysely';
import type { KeptType } from '#platform/domain';
import { lockByName, visibleOrder } from './queries.ts';
import { removeOrder } from './remove-order.ts';

/** Orders that were placed long ago; the books are the shop's. */
export const keptOrders: KeptType = {
  type: 'orders',
  title: 'Orders',
  says: 'Removed with their lines, payments and parcels, counted from the day they were placed',
  async due(ctx, { before, after, limit }) {
    const rows = await ctx.db
      .selectFrom('orders')
      .select(['id', 'customer_id', 'placed_at'])
      .where('workspace_id', '=', ctx.workspaceId)
      .$if(after !== null, (query) => query.where(sql<boolean>`id > ${after ?? ''}::uuid`))
      .orderBy('id')
      .limit(limit)
      .execute();
    return {
      rows: rows
        .filter(({ placed_at: placed }) => placed < before)
        .map((row) => ({ id: row.id, customerId: row.customer_id })),
      next: rows.length === limit ? (rows.at(-1)?.id ?? null) : null,
    };
  },
  async remove(ctx, id) {
    const order = await lockByName(ctx, await visibleOrder(ctx, id));
    if (order) await removeOrder(ctx, order);
  },
};
