import { sql } from 'kysely';
import { brandsServed } from '#domains/brands';
import { customerNames, visibleCustomer, withMerged } from '#domains/customers';
import type { Page } from '#platform/contract';
import type { ReadCtx } from '#platform/ctx';
import type { OrderRow, Worth } from './contract.ts';
import { cursorOf, readCursor } from './keyset.ts';
import { visible } from './policy.ts';
import { asOrder, orderColumns } from './queries.ts';
import { orderRows } from './views.ts';
import { worthOf } from './totals.ts';

interface Query {
  readonly after?: string | undefined;
  readonly limit: number;
}

/** What a customer bought, the newest first: of their record and of those merged into it. */
export async function listCustomerOrders(
  ctx: ReadCtx,
  customerId: string,
  query: Query,
): Promise<Page<OrderRow> & { readonly worth: readonly Worth[] }> {
  const { id } = await visibleCustomer(ctx, customerId);
  const recordIds = await withMerged(ctx, id);
  const mine = sql`customer_id = any(${recordIds}::uuid[])`;
  return { ...(await pageOf(ctx, query, mine)), worth: await worthOf(ctx, recordIds) };
}

/**
 * Orders of the brands served, the newest first; with a number, those that begin with it, as people type it from a mail.
 */
export async function listOrders(
  ctx: ReadCtx,
  query: Query & { readonly number?: string | undefined },
): Promise<Page<OrderRow & { readonly customerName: string }>> {
  const begins = `${(query.number ?? '').toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
  const served = (await brandsServed(ctx)).map(({ id }) => id);
  const mine = query.number ? sql`lower(number) like ${begins}` : sql`brand_id = any(${served}::uuid[])`;
  const { rows, next } = await pageOf(ctx, query, sql`${mine} and ${visible(ctx.actor)}`);
  const names = await customerNames(
    ctx,
    rows.map(({ customerId }) => customerId),
  );
  return { rows: rows.map((row) => ({ ...row, customerName: names.get(row.customerId) ?? '' })), next };
}

async function pageOf(ctx: ReadCtx, query: Query, which: ReturnType<typeof sql>): Promise<Page<OrderRow>> {
  const place = readCursor(query.after);
  const found = await ctx.db
    .selectFrom('orders')
    .select(orderColumns)
    .where('workspace_id', '=', ctx.workspaceId)
    .where(sql<boolean>`${which}`)
    .$if(place !== null, (q) =>
      q.where(sql<boolean>`(placed_at, id) < (${place?.at ?? ctx.now}::timestamptz, ${place?.id ?? ''}::uuid)`),
    )
    .orderBy('placed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(query.limit + 1)
    .execute();
  const shown = found.slice(0, query.limit).map(asOrder);
  const last = shown.at(-1);
  return {
    rows: await orderRows(ctx, shown),
    next: found.length > query.limit && last ? cursorOf(last.placedAt, last.id) : null,
  };
}
