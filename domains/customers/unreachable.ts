import { sql } from 'kysely';
import type { Page } from '#platform/contract';
import type { ReadCtx } from '#platform/ctx';
import { uuidOf } from './keyset.ts';
import type { UnreachableAddress } from './contract.ts';
import { can, visible } from './policy.ts';
import { customerNames } from './queries.ts';

/** Addresses from which our mail comes back, of customers the actor may see; the last first. */
export async function unreachableAddresses(
  ctx: ReadCtx,
  query: { after?: string | undefined; limit: number },
): Promise<Page<UnreachableAddress>> {
  const rows = await ctx.db
    .selectFrom('identities')
    .select(['id', 'customer_id', 'brand_id', 'value', 'undeliverable_at'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where(visible(ctx.actor))
    .where('kind', '=', 'address')
    .where('undeliverable_at', 'is not', null)
    .$if(query.after !== undefined, (q) =>
      q.where(
        sql<boolean>`(undeliverable_at, id) < (select undeliverable_at, id from identities where workspace_id = ${ctx.workspaceId} and id = ${uuidOf(query.after ?? '')}::uuid)`,
      ),
    )
    .orderBy('undeliverable_at', 'desc')
    .orderBy('id', 'desc')
    .limit(query.limit + 1)
    .execute();
  const shown = rows.slice(0, query.limit);
  const names = await customerNames(ctx, [...new Set(shown.map((row) => row.customer_id))]);
  return {
    rows: shown.map((row) => ({
      identityId: row.id,
      customerId: row.customer_id,
      customerName: names.get(row.customer_id) ?? '',
      address: row.value,
      since: (row.undeliverable_at ?? ctx.now).toISOString(),
      can: can.edit(ctx.actor, { brandId: row.brand_id, erasedAt: null }) ? ['lift' as const] : [],
    })),
    next: rows.length > query.limit ? (shown.at(-1)?.id ?? null) : null,
  };
}
