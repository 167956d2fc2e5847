import { sql } from 'kysely';
import { setOrders, survivorOf, withMerged } from '#domains/customers';
import type { customerUnmerged } from '#domains/customers/contract';
import type { Ctx, EventOf, ReadCtx } from '#platform/ctx';
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
  await tellSums(ctx, await survivorOf(ctx, order.customerId));
}

/** What was counted together is counted for each again. */
export async function countApart(ctx: Ctx, event: EventOf<typeof customerUnmerged>): Promise<void> {
  for (const id of [event.subjectId, event.body.mergedId]) await tellSums(ctx, id);
}

/** Customers know how often somebody bought and when last, so that their lists can ask for it. */
async function tellSums(ctx: Ctx, customerId: string): Promise<void> {
  const ids = await withMerged(ctx, customerId);
  const { rows } = await sql<{ count: number; last_at: Date | null }>`
    select coalesce((select sum(order_count) from order_totals
        where workspace_id = ${ctx.workspaceId} and customer_id = any(${ids}::uuid[])), 0)::int as count,
      (select max(placed_at) from orders
        where workspace_id = ${ctx.workspaceId} and customer_id = any(${ids}::uuid[]) and phase <> 'cancelled') as last_at`.execute(
    ctx.db,
  );
  await setOrders(ctx, customerId, { count: rows[0]?.count ?? 0, lastAt: rows[0]?.last_at ?? null });
}

/** What these records of one customer are worth together, what weighs most first. */
export async function worthOf(ctx: ReadCtx, customerIds: readonly string[]): Promise<readonly Worth[]> {
  const { rows } = await sql<{ currency: string; orders: number; worth: string }>`
    select currency, sum(order_count)::int as orders, sum(worth_minor)::bigint as worth from order_totals
    where workspace_id = ${ctx.workspaceId} and customer_id = any(${[...customerIds]}::uuid[])
    group by currency having sum(order_count) > 0 order by sum(order_count) desc, currency`.execute(ctx.db);
  return rows.map((row) => ({ currency: row.currency, orderCount: row.orders, worthMinor: Number(row.worth) }));
}
