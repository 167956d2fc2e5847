import { sql } from 'kysely';
import { brandOf } from '#domains/brands';
import type { Ctx, ReadCtx } from '#platform/ctx';
import { servesBrand } from '#platform/policy';
import { mayNot, notFound } from '#platform/problem';
import { noteUndeliverable } from './change-customer.ts';
import { normaliseIdentity } from './normalise.ts';
import { can } from './policy.ts';
import { identitiesById, lockCustomer } from './queries.ts';

/** Most addresses asked about at once: as many as one message may name. */
const addressLimit = 150;

/** Those of these addresses that are known to take no mail, with whether the reader may trust them again. */
export async function listUndeliverable(ctx: ReadCtx, ask: { readonly brandId: string; readonly addresses: string }) {
  const brand = await brandOf(ctx, ask.brandId);
  if (!servesBrand(ctx.actor, brand.id)) throw notFound();
  const addresses = ask.addresses
    .split(',')
    .map((address) => address.trim())
    .filter((address) => /^[^\s@]+@[^\s@]+$/.test(address))
    .slice(0, addressLimit)
    .map((address) => normaliseIdentity('address', address));
  const rows = await ctx.db
    .selectFrom('identities')
    .select(['id', 'customer_id', 'value', 'undeliverable_at'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('brand_id', '=', brand.id)
    .where('kind', '=', 'address')
    .where('value_normalised', '=', sql<string>`any(${addresses})`)
    .where('undeliverable_at', 'is not', null)
    .limit(addressLimit)
    .execute();
  const mayLift = can.edit(ctx.actor, { brandId: brand.id, erasedAt: null });
  return rows.map((row) => ({
    identityId: row.id,
    customerId: row.customer_id,
    address: row.value,
    since: (row.undeliverable_at ?? ctx.now).toISOString(),
    can: mayLift ? (['lift'] as const) : [],
  }));
}

/** Trusts an address again. */
export async function liftUndeliverable(ctx: Ctx, identityId: string): Promise<void> {
  const identity = (await identitiesById(ctx, [identityId])).get(identityId);
  if (!identity) throw notFound();
  const customer = await lockCustomer(ctx, identity.customerId);
  if (!can.edit(ctx.actor, customer)) throw mayNot();
  await noteUndeliverable(ctx, identity.id, null);
}
