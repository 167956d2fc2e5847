import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx';
import { mayNot, notFound } from '#platform/problem';
import { type CustomerView, identityRemoved, identityVerified, type IdentityKind } from './contract.ts';
import { can } from './policy.ts';
import { type Customer, lockCustomer } from './queries.ts';
import { customerView } from './views.ts';

/**
 * An address or number is theirs no longer. The row stays, since what was said by it points there; its value is free for
 * somebody else.
 */
export async function removeIdentity(ctx: Ctx, id: string, identityId: string): Promise<CustomerView> {
  const { customer, kind } = await identityToChange(ctx, id, identityId);
  await ctx.db
    .updateTable('identities')
    .set({
      removed_at: ctx.now,
      value_normalised: sql<string>`'removed:' || id::text`,
      verified_at: null,
      undeliverable_at: null,
    })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', identityId)
    .execute();
  ctx.emit(identityRemoved, customer.id, { identityId, kind });
  return customerView(ctx, customer.id);
}

/** Somebody made sure that this is theirs, or takes that back. Saying it twice is saying it once. */
export async function verifyIdentity(
  ctx: Ctx,
  id: string,
  identityId: string,
  isVerified: boolean,
): Promise<CustomerView> {
  const { customer, verifiedAt } = await identityToChange(ctx, id, identityId);
  if ((verifiedAt !== null) === isVerified) return customerView(ctx, customer.id);
  await ctx.db
    .updateTable('identities')
    .set({ verified_at: isVerified ? ctx.now : null })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', identityId)
    .execute();
  ctx.emit(identityVerified, customer.id, { identityId, isVerified });
  return customerView(ctx, customer.id);
}

async function identityToChange(
  ctx: Ctx,
  id: string,
  identityId: string,
): Promise<{ customer: Customer; kind: IdentityKind; verifiedAt: Date | null }> {
  const customer = await lockCustomer(ctx, id);
  if (!can.edit(ctx.actor, customer)) throw mayNot();
  const row = await ctx.db
    .selectFrom('identities')
    .select(['kind', 'verified_at'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', identityId)
    .where('customer_id', '=', customer.id)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  if (!row) throw notFound();
  return { customer, kind: row.kind as IdentityKind, verifiedAt: row.verified_at };
}
