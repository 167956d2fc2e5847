import { sql } from 'kysely';
import type { Ctx, ReadCtx } from '#platform/ctx';
import type { Worth } from './contract.ts';
import type { OrderRecord } from './queries.ts';

type Counted = Pick<OrderRecord, 'customerId' | 'currency' | 'phase' | 'totalMinor' | 'refundedMinor'>;

/** Keeps what a customer is worth in step with an order that came, changed or went: once for it, or against it. */
export async function countOrder(ctx: Ctx, order: Counted, sign: 1 | -1): Promise<void> {
  if (order.phase === 'cancelled') return;
  const worth = sign * (order.totalMinor - order.refundedMinor);
  await sql`
    insert into order_totals (workspace_id, customer_id, currency, order_count, worth_minor)
    values (${ctx.workspaceId}, ${order.customerId}, ${order.currency}, ${sign}, ${worth})
    on conflict (workspace_id, customer_id, currency) do update set
      order_count = order_totals.order_count + excluded.order_count,
      worth_minor = order_totals.worth_minor + excluded.worth_minor`.execute(ctx.db);
}

/** What these records of one customer are worth together, what weighs most first. */
export async function worthOf(ctx: ReadCtx, customerIds: readonly string[]): Promise<readonly Worth[]> {
  const { rows } = await sql<{ currency: string; orders: number; worth: string }>`
    select currency, sum(order_count)::int as orders, sum(worth_minor)::bigint as worth from order_totals
    where workspace_id = ${ctx.workspaceId} and customer_id = any(${[...customerIds]}::uuid[])
    group by currency having sum(order_count) > 0 order by sum(order_count) desc, currency`.execute(ctx.db);
  return rows.map((row) => ({ currency: row.currency, orderCount: row.orders, worthMinor: Number(row.worth) }));
}
