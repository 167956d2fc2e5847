import type { ReadCtx } from '#platform/ctx';
import { mayNot, notFound } from '#platform/problem';
import { can } from './policy.ts';
import { type Brand, brandOf } from './queries.ts';

/** Most people that one brand is shown with. */
const servingLimit = 1_000;

/** Who serves a brand, for whoever says who does. */
export async function listServing(ctx: ReadCtx, id: string): Promise<{ rows: string[] }> {
  await configurable(ctx, id);
  const rows = await ctx.db
    .selectFrom('brand_teammates')
    .select('teammate_id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('brand_id', '=', id)
    .orderBy('teammate_id')
    .limit(servingLimit)
    .execute();
  return { rows: rows.map((row) => row.teammate_id) };
}

/** A brand that the actor may say things of; 404 where they may not even know of it. */
export async function configurable(ctx: ReadCtx, id: string): Promise<Brand> {
  if (!can.readBrand(ctx.actor, id)) throw notFound();
  const brand = await brandOf(ctx, id);
  if (!can.configureBrand(ctx.actor, id)) throw mayNot();
  return brand;
}
