import { createHash } from 'node:crypto';
import type { Ctx, ReadCtx } from '#platform/ctx';
import type { ShopName } from './queries.ts';

/** What is kept of an erased order: enough to know it again, and nothing that tells whose it was. */
function hashOf(ctx: ReadCtx, { brandId, source, externalId }: ShopName): string {
  return createHash('sha256').update([ctx.workspaceId, brandId, source, externalId].join('\n')).digest('hex');
}

/** Whether this order was erased with its customer. */
export async function isErased(ctx: ReadCtx, name: ShopName): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('erased_orders')
    .select('erased_at')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('name_hash', '=', hashOf(ctx, name))
    .executeTakeFirst();
  return row !== undefined;
}

/** Remembers that these were erased. */
export async function rememberErased(ctx: Ctx, names: readonly ShopName[]): Promise<void> {
  if (names.length === 0) return;
  await ctx.db
    .insertInto('erased_orders')
    .values(names.map((name) => ({ workspace_id: ctx.workspaceId, name_hash: hashOf(ctx, name), erased_at: ctx.now })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
