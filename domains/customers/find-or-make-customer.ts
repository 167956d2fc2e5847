import type { Ctx } from '#platform/ctx';
import { insertLater, newId } from '#platform/database';
import { problem } from '#platform/problem';
import { companyOfAddress, joinByDomain } from './company-domains.ts';
import { customerMade, identityAdded, type IdentityKind } from './contract.ts';
import { normaliseIdentity } from './normalise.ts';
import { identityByValue, survivorOf } from './queries.ts';

const nameLimit = 300;
const valueLimit = 320;

const identityTaken = problem(
  'customers/identity-taken',
  409,
  'Another customer has this address or number',
  'If both are one person, merge them.',
);

export interface Reached {
  readonly brandId: string;
  readonly kind: IdentityKind;
  readonly value: string;
  /** As the other side calls themselves; used for a new customer alone. */
  readonly name?: string | null;
  /** When they reached us: their time, not ours. */
  readonly at: Date;
}

export interface Found {
  readonly customerId: string;
  readonly identityId: string;
  readonly made: boolean;
  /** Mail to it came back, and it was not heard of since. */
  readonly isUndeliverable: boolean;
}

/**
 * Who this is, by an address, number or handle within one brand; made on first sight. Two first messages at once find
 * one customer: whoever is second waits for the first at the unique index, and takes theirs.
 */
export async function findOrMakeCustomer(ctx: Ctx, reached: Reached): Promise<Found> {
  const normalised = normaliseIdentity(reached.kind, reached.value);
  const known = await find(ctx, reached, normalised);
  if (known) return known;
  const customerId = newId();
  await insertLater(ctx.db, 'customers', {
    workspace_id: ctx.workspaceId,
    id: customerId,
    brand_id: reached.brandId,
    name: (reached.name ?? '').trim().slice(0, nameLimit),
    first_seen_at: reached.at,
    created_at: ctx.now,
  });
  const identityId = await insertIdentity(ctx, customerId, reached, normalised);
  if (identityId) {
    ctx.emit(
      customerMade,
      customerId,
      { brandId: reached.brandId, identityKind: reached.kind },
      { occurredAt: reached.at },
    );
    return { customerId, identityId, made: true, isUndeliverable: false };
  }
  // somebody else was first: ours was never seen by anybody
  await ctx.db
    .deleteFrom('customers')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', customerId)
    .execute();
  const theirs = await find(ctx, reached, normalised);
  if (!theirs) throw new Error('An identity that is there cannot be read.');
  return theirs;
}

/** Adds a way to find a customer; the same again is the same one (`isNew` false), that of another customer is refused. */
export async function insertIdentityOf(
  ctx: Ctx,
  customer: { id: string; brandId: string },
  kind: IdentityKind,
  value: string,
  at: Date,
): Promise<{ readonly id: string; readonly isNew: boolean }> {
  const normalised = normaliseIdentity(kind, value);
  const reached = { brandId: customer.brandId, kind, value, at };
  const made = await insertIdentity(ctx, customer.id, reached, normalised);
  if (made) {
    ctx.emit(identityAdded, customer.id, { identityId: made, kind });
    return { id: made, isNew: true };
  }
  const known = await identityByValue(ctx, customer.brandId, kind, normalised);
  if (known?.customerId !== customer.id) throw identityTaken();
  return { id: known.id, isNew: false };
}

async function find(ctx: Ctx, { brandId, kind }: Reached, normalised: string): Promise<Found | null> {
  const known = await identityByValue(ctx, brandId, kind, normalised);
  // a merge moves identities, so one step is the rule; a chain is followed all the same
  return (
    known && {
      customerId: await survivorOf(ctx, known.customerId),
      identityId: known.id,
      made: false,
      isUndeliverable: known.undeliverableAt !== null,
    }
  );
}

async function insertIdentity(
  ctx: Ctx,
  customerId: string,
  reached: Reached,
  normalised: string,
): Promise<string | null> {
  const made = ctx.db
    .insertInto('identities')
    .values({
      workspace_id: ctx.workspaceId,
      id: newId(),
      brand_id: reached.brandId,
      customer_id: customerId,
      kind: reached.kind,
      value: reached.value.trim().slice(0, valueLimit),
      value_normalised: normalised,
      first_seen_at: reached.at,
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'brand_id', 'kind', 'value_normalised']).doNothing())
    .returning('id');
  // asked in one moment: whoever makes an address asks whose domain it is
  const [row, companyId] = await Promise.all([
    made.executeTakeFirst(),
    reached.kind === 'address' ? companyOfAddress(ctx, reached.brandId, normalised) : null,
  ]);
  if (row && companyId) await joinByDomain(ctx, companyId, [customerId]);
  return row?.id ?? null;
}
