import { sql } from 'kysely';
import type { ReadCtx } from '#platform/ctx';
import { servesBrand } from '#platform/policy';
import { notFound } from '#platform/problem';
import { lineById } from '#domains/brands';
import type { Addressee } from './contract.ts';
import { foundBy, shortestText } from './list-customers.ts';
import { can } from './policy.ts';

/** Most customers that are offered at once: more letters find the rest. */
const mostFound = 20;
/** Most addresses of these: somebody known by hundreds hides nobody else for long. */
const mostAddresses = 100;

/**
 * Customers whom a line can write to, found by a part of their name or address. Only those of the line's brand: under
 * another brand the same person is somebody else.
 */
export async function listAddressees(
  ctx: ReadCtx,
  ask: { readonly lineId: string; readonly text: string },
): Promise<Addressee[]> {
  const { brandId, channel } = await lineById(ctx, ask.lineId);
  if (!servesBrand(ctx.actor, brandId)) throw notFound();
  const kind = ctx.house.channels.get(channel)?.identityKind;
  if (kind === undefined || ask.text.length < shortestText) return [];
  if (!can.read(ctx.actor, { brandId, erasedAt: null })) return [];
  const rows = await ctx.db
    .selectFrom('identities')
    .innerJoin('customers', (join) =>
      join
        .onRef('customers.workspace_id', '=', 'identities.workspace_id')
        .onRef('customers.id', '=', 'identities.customer_id'),
    )
    .select(['identities.id', 'identities.customer_id', 'identities.value', 'customers.name'])
    .where('identities.workspace_id', '=', ctx.workspaceId)
    .where('identities.kind', '=', kind)
    .where('identities.removed_at', 'is', null)
    .where('identities.value', '<>', '')
    .where('customers.merged_into_id', 'is', null)
    .where('customers.erased_at', 'is', null)
    .where(sql<boolean>`identities.customer_id in (${foundBy(ctx, ask.text, { brandId, limit: mostFound })})`)
    .orderBy('identities.customer_id', 'desc')
    .orderBy('identities.id')
    .limit(mostAddresses)
    .execute();
  return rows.map((row) => ({
    identityId: row.id as Addressee['identityId'],
    customerId: row.customer_id as Addressee['customerId'],
    name: row.name,
    address: row.value,
  }));
}
