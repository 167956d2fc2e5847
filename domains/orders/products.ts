import { sql } from 'kysely';
import type { Page } from '#platform/contract';
import type { Ctx, ReadCtx } from '#platform/ctx';
import { newId } from '#platform/database';
import { mayNot } from '#platform/problem';
import type { ProductView, ToldProduct } from './contract.ts';
import { cursorOf, readCursor } from './keyset.ts';
import { can, visible } from './policy.ts';
import type { ShopName } from './queries.ts';
import { brandFor } from './tell-order.ts';

const columns = [
  'id',
  'brand_id',
  'source',
  'external_id',
  'name',
  'sku',
  'price_minor',
  'currency',
  'url',
  'withdrawn_at',
  'told_at',
] as const;

function rows(ctx: ReadCtx) {
  return ctx.db.selectFrom('products').select(columns).where('workspace_id', '=', ctx.workspaceId);
}

/** A shop tells of a product: made, or brought up to date. */
export async function tellProduct(
  ctx: Ctx,
  { source, externalId }: Omit<ShopName, 'brandId'>,
  told: ToldProduct,
): Promise<ProductView> {
  const brandId = await brandFor(ctx, told.brandId);
  if (!can.write(ctx.actor, brandId)) throw mayNot();
  const said = {
    name: told.name,
    sku: told.sku,
    price_minor: told.price?.amountMinor ?? null,
    currency: told.price?.currency ?? null,
    url: told.url,
    told_at: ctx.now,
  };
  const row = await ctx.db
    .insertInto('products')
    .values({
      workspace_id: ctx.workspaceId,
      id: newId(),
      brand_id: brandId,
      source,
      external_id: externalId,
      ...said,
      withdrawn_at: told.isWithdrawn ? ctx.now : null,
    })
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'brand_id', 'source', 'external_id']).doUpdateSet({
        ...said,
        withdrawn_at: told.isWithdrawn ? sql`coalesce(products.withdrawn_at, ${ctx.now})` : null,
      }),
    )
    .returning(columns)
    .executeTakeFirstOrThrow();
  return productView(row);
}

/** Products of the brands served, those told of last first. */
export async function listProducts(
  ctx: ReadCtx,
  query: { readonly after?: string | undefined; readonly limit: number },
): Promise<Page<ProductView>> {
  const place = readCursor(query.after);
  const found = await rows(ctx)
    .where(visible(ctx.actor))
    .$if(place !== null, (q) =>
      q.where(sql<boolean>`(told_at, id) < (${place?.at ?? ctx.now}::timestamptz, ${place?.id ?? ''}::uuid)`),
    )
    .orderBy('told_at', 'desc')
    .orderBy('id', 'desc')
    .limit(query.limit + 1)
    .execute();
  const shown = found.slice(0, query.limit);
  const last = shown.at(-1);
  return {
    rows: shown.map(productView),
    next: found.length > query.limit && last ? cursorOf(last.told_at, last.id) : null,
  };
}

/** Our ids of the products a shop names, as far as it told of them. */
export async function productIds(
  ctx: ReadCtx,
  name: Omit<ShopName, 'externalId'>,
  externalIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (externalIds.length === 0) return new Map();
  const found = await ctx.db
    .selectFrom('products')
    .select(['id', 'external_id'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('brand_id', '=', name.brandId)
    .where('source', '=', name.source)
    .where('external_id', '=', sql<string>`any(${[...externalIds]})`)
    .execute();
  return new Map(found.map(({ id, external_id }) => [external_id, id]));
}

type Row = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>;

function productView(row: Row): ProductView {
  return {
    id: row.id,
    brandId: row.brand_id,
    source: row.source,
    externalId: row.external_id,
    name: row.name,
    sku: row.sku,
    priceMinor: row.price_minor === null ? null : Number(row.price_minor),
    currency: row.currency,
    url: row.url,
    withdrawnAt: row.withdrawn_at?.toISOString() ?? null,
  } as ProductView;
}
