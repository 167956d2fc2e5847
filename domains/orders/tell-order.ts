import { createHash } from 'node:crypto';
import { brandOf, firstBrand } from '#domains/brands';
import { findOrMakeCustomer } from '#domains/customers';
import type { Ctx, ReadCtx } from '#platform/ctx';
import { newId } from '#platform/database';
import { mayNot, notFound, problem } from '#platform/problem';
import { orderChanged, orderTold, type OrderView, type ToldOrder } from './contract.ts';
import { isErased } from './erased-names.ts';
import { writePieces } from './pieces.ts';
import { can } from './policy.ts';
import { productIds } from './products.ts';
import { lockByName, type OrderRecord, type ShopName } from './queries.ts';
import { countOrder } from './totals.ts';
import { orderView } from './views.ts';

const erased = problem(
  'orders/erased',
  410,
  'The customer of this order was erased',
  'Do not tell of it again: it is not taken in.',
);

/** The brand a shop writes for: the one it names, or the first; 404 where its key does not serve it. */
export async function brandFor(ctx: ReadCtx, asked: string | undefined): Promise<string> {
  const brand = asked === undefined ? await firstBrand(ctx) : await brandOf(ctx, asked);
  if (!can.read(ctx.actor, { brandId: brand.id })) throw notFound();
  return brand.id;
}

/**
 * A shop tells of an order, the whole of it. The same again changes nothing, and what it said before that but comes only
 * now is passed over: webhooks overtake each other.
 */
export async function tellOrder(
  ctx: Ctx,
  { source, externalId }: Omit<ShopName, 'brandId'>,
  told: ToldOrder,
): Promise<OrderView> {
  const brandId = await brandFor(ctx, told.brandId);
  if (!can.write(ctx.actor, brandId)) throw mayNot();
  const name: ShopName = { brandId, source, externalId };
  if (await isErased(ctx, name)) throw erased();
  const { kind, value, name: calls } = told.customer;
  const { customerId } = await findOrMakeCustomer(ctx, { brandId, kind, value, name: calls, at: ctx.now });
  return orderView(ctx, await writeOrder(ctx, name, customerId, told));
}

/** Writes an order down, whoever asks: a shop, a file, the demo. */
export async function writeOrder(ctx: Ctx, name: ShopName, customerId: string, told: ToldOrder): Promise<OrderRecord> {
  const toldAt = told.changedAt === undefined ? ctx.now : new Date(told.changedAt);
  const { changedAt: _, customer: __, ...said } = told;
  const hash = createHash('sha256')
    .update(JSON.stringify([customerId, said]))
    .digest('hex');
  const before = await lockByName(ctx, name);
  if (before && (before.toldAt > toldAt || before.toldHash === hash)) return before;
  const { id, isNew } = before ? { id: before.id, isNew: false } : await insert(ctx, name, customerId, told, toldAt);
  // somebody else told of it in this moment: theirs is there now, ours comes after it
  if (!before && !isNew) return writeOrder(ctx, name, customerId, told);
  await ctx.db
    .updateTable('orders')
    .set((eb) => ({
      ...columnsOf(ctx, customerId, told),
      told_at: toldAt,
      told_hash: hash,
      version: eb('version', '+', 1),
    }))
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .execute();
  const products = await productIds(
    ctx,
    name,
    told.lines.flatMap(({ product }) => product ?? []),
  );
  await writePieces(ctx, id, {
    lines: told.lines.map(({ product, ...line }) => ({ ...line, productId: products.get(product ?? '') ?? null })),
    payments: told.payments,
    shipments: told.shipments,
  } as Parameters<typeof writePieces>[2]);
  const after = await lockByName(ctx, name);
  if (!after) throw new Error('An order that was just written cannot be read.');
  if (before) await countOrder(ctx, before, -1);
  await countOrder(ctx, after, 1);
  if (before) ctx.emit(orderChanged, id, { customerId, before: before.phase, after: after.phase });
  else ctx.emit(orderTold, id, { brandId: name.brandId, customerId, phase: after.phase, lineCount: told.lines.length });
  return after;
}

async function insert(
  ctx: Ctx,
  name: ShopName,
  customerId: string,
  told: ToldOrder,
  toldAt: Date,
): Promise<{ id: string; isNew: boolean }> {
  const row = await ctx.db
    .insertInto('orders')
    .values({
      workspace_id: ctx.workspaceId,
      id: newId(),
      brand_id: name.brandId,
      source: name.source,
      external_id: name.externalId,
      ...columnsOf(ctx, customerId, told),
      told_at: toldAt,
      told_hash: '',
      version: 0,
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'brand_id', 'source', 'external_id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return { id: row?.id ?? '', isNew: row !== undefined };
}

/** What is kept on the order itself; when it came and what was given back is read from its parcels and payments too. */
function columnsOf(ctx: Ctx, customerId: string, told: ToldOrder) {
  const refunds = told.payments.filter(({ kind }) => kind === 'refund');
  const last = (times: readonly (string | null)[]): string | null =>
    times
      .flatMap((time) => time ?? [])
      .toSorted((a, b) => Date.parse(a) - Date.parse(b))
      .at(-1) ?? null;
  return {
    customer_id: customerId,
    number: told.number,
    phase: told.phase,
    state: told.state,
    place: told.place,
    url: told.url,
    currency: told.currency,
    total_minor: told.totalMinor,
    refunded_minor: refunds.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
    placed_at: told.placedAt,
    delivered_at: told.deliveredAt ?? last(told.shipments.map(({ deliveredAt }) => deliveredAt)),
    refunded_at: last(refunds.map(({ at }) => at)),
    changed_at: ctx.now,
  };
}
