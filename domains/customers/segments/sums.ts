import { CompiledQuery, sql } from 'kysely';
import type { Ctx } from '#platform/ctx';
import { writeLater } from '#platform/database';

/** With the next statement of the transaction: every message writes here, and nobody waits for it. */
const noted = `insert into customer_sums (workspace_id, customer_id, last_contact_at)
  select workspace_id, coalesce(merged_into_id, id), $3::timestamptz from customers where workspace_id = $1 and id = $2
  on conflict (workspace_id, customer_id) do update set last_contact_at = excluded.last_contact_at
    where customer_sums.last_contact_at is null or customer_sums.last_contact_at < excluded.last_contact_at`;

/**
 * Somebody was heard of: told by whoever carries it. What was heard before that changes nothing. One merge is followed:
 * what is kept of a customer moves with each, so that nobody is told of who went two merges ago.
 */
export async function noteContact(ctx: Ctx, customerId: string, at: Date): Promise<void> {
  // a first message is a contact too: both tell of the same moment
  const key = `customers.heard:${customerId}`;
  const heard = ctx.memo.get(key) as Date | undefined;
  if (heard && heard >= at) return;
  ctx.memo.set(key, at);
  await writeLater(ctx.db, { compile: () => CompiledQuery.raw(noted, [ctx.workspaceId, customerId, at]) });
}

/** When somebody was heard of last, as counted anew: after what was together was taken apart. */
export async function setLastContact(ctx: Ctx, customerId: string, at: Date | null): Promise<void> {
  await sql`
    insert into customer_sums (workspace_id, customer_id, last_contact_at)
    values (${ctx.workspaceId}, ${customerId}, ${at})
    on conflict (workspace_id, customer_id) do update set last_contact_at = excluded.last_contact_at`.execute(ctx.db);
}

/** How often somebody bought and when last, over all records of theirs: told by whoever counts it. */
export async function setOrders(
  ctx: Ctx,
  customerId: string,
  { count, lastAt }: { readonly count: number; readonly lastAt: Date | null },
): Promise<void> {
  await sql`
    insert into customer_sums (workspace_id, customer_id, order_count, last_order_at)
    values (${ctx.workspaceId}, ${customerId}, ${count}, ${lastAt})
    on conflict (workspace_id, customer_id) do update set
      order_count = excluded.order_count, last_order_at = excluded.last_order_at`.execute(ctx.db);
}

/** Who stays has what both had. Taking it apart again is counted anew by those who know. */
export async function joinSums(ctx: Ctx, keptId: string, mergedId: string): Promise<void> {
  await sql`
    insert into customer_sums (workspace_id, customer_id, last_contact_at, order_count, last_order_at)
    select workspace_id, ${keptId}::uuid, last_contact_at, order_count, last_order_at from customer_sums
    where workspace_id = ${ctx.workspaceId} and customer_id = ${mergedId}
    on conflict (workspace_id, customer_id) do update set
      last_contact_at = greatest(customer_sums.last_contact_at, excluded.last_contact_at),
      order_count = customer_sums.order_count + excluded.order_count,
      last_order_at = greatest(customer_sums.last_order_at, excluded.last_order_at)`.execute(ctx.db);
}
