import { sql } from 'kysely';
import type { CustomerMoments } from '#platform/domain';
import { visible } from './policy.ts';

interface Row {
  readonly id: string;
  readonly at: Date;
  readonly kind: string;
  readonly number: string;
  readonly currency: string;
  readonly amount: string;
}

/** What orders tell in a customer's timeline: bought, delivered, paid back. Each from its own index, newest first. */
export const moments: CustomerMoments = {
  async list(ctx, customerIds, { before, limit }) {
    const source = (kind: string, at: string, amount: string) => sql`
      (select id, ${sql.ref(at)} as at, ${sql.lit(kind)} as kind, number, currency, ${sql.ref(amount)} as amount
       from orders where workspace_id = ${ctx.workspaceId} and customer_id = any(${[...customerIds]}::uuid[])
         and ${visible(ctx.actor)} and ${sql.ref(at)} is not null
         ${before ? sql`and (${sql.ref(at)}, id) < (${before.at}::timestamptz, ${before.id}::uuid)` : sql``}
       order by ${sql.ref(at)} desc, id desc limit ${limit})`;
    const { rows } = await sql<Row>`
      ${source('order.placed', 'placed_at', 'total_minor')} union all
      ${source('order.delivered', 'delivered_at', 'total_minor')} union all
      ${source('order.refunded', 'refunded_at', 'refunded_minor')}
      order by at desc, id desc limit ${limit}`.execute(ctx.db);
    return rows.map((row) => ({
      id: row.id,
      at: row.at,
      kind: row.kind,
      title: row.number,
      href: `/orders/${row.id}`,
      facts: { amountMinor: Number(row.amount), currency: row.currency },
      actorId: null,
    }));
  },
};
