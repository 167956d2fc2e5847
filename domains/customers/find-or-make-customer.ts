import type { Ctx } from '#platform/ctx';
import { builtOnce, insertLater, newId } from '#platform/database';
import { problem } from '#platform/problem';
import { companyOfAddress, joinByDomain } from './company-domains.ts';
import { customerMade, identityAdded, type IdentityKind } from './contract.ts';
import { normaliseIdentity } from './normalise.ts';
import { noteFirstCompany } from './memberships.ts';
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
 * one customer: whoever is second waits for the first at the unique index, and takes theirs. `looked` is what `findCustomer`
 * said a moment ago, for who could ask it along with something else.
 */
export async function findOrMakeCustomer(ctx: Ctx, reached: Reached, looked?: Found | null): Promise<Found> {
  const normalised = normaliseIdentity(reached.kind, reached.value);
  const known = looked === undefined ? await find(ctx, reached, normalised) : looked;
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
  const { identityId, companyId } = await insertIdentity(ctx, customerId, reached, normalised);
  if (identityId) {
    noteFirstCompany(ctx, customerId, companyId);
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

/** Who this is, by an address, number or handle within one brand; null where nobody is known by it. */
export async function findCustomer(ctx: Ctx, reached: Reached): Promise<Found | null> {
  return find(ctx, reached, normaliseIdentity(reached.kind, reached.value));
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
  const { identityId: made } = await insertIdentity(ctx, customer.id, reached, normalised);
  if (made) {
    ctx.emit(identityAdded, customer.id, { identityId: made, kind });
    return { id: made, isNew: true };
  }
  const known = await identityByValue(ctx, customer.brandId, kind, normalised);
  if (known?.customerId !== customer.id) throw identityTaken();
  return { id: known.id, isNew: false };
}

const reachedBy = builtOnce(
  (db, given: { workspaceId: string; brandId: string; kind: IdentityKind; normalised: string }) =>
    db
      .selectFrom('identities')
      .innerJoin('customers', (join) =>
        join
          .onRef('customers.workspace_id', '=', 'identities.workspace_id')
          .onRef('customers.id', '=', 'identities.customer_id'),
      )
      .select(['identities.id', 'identities.customer_id', 'identities.undeliverable_at', 'customers.merged_into_id'])
      .where('identities.workspace_id', '=', given.workspaceId)
      .where('identities.brand_id', '=', given.brandId)
      .where('identities.kind', '=', given.kind)
      .where('identities.value_normalised', '=', given.normalised),
);

async function find(ctx: Ctx, { brandId, kind }: Reached, normalised: string): Promise<Found | null> {
  const [known] = await reachedBy(ctx.db, { workspaceId: ctx.workspaceId, brandId, kind, normalised });
  if (!known) return null;
  // a merge moves identities, so this customer is the rule; a chain is followed all the same
  const customerId = known.merged_into_id === null ? known.customer_id : await survivorOf(ctx, known.customer_id);
  return { customerId, identityId: known.id, made: false, isUndeliverable: known.undeliverable_at !== null };
}

interface NewIdentity {
  readonly workspace_id: string;
  readonly id: string;
  readonly brand_id: string;
  readonly customer_id: string;
  readonly kind: IdentityKind;
  readonly value: string;
  readonly value_normalised: string;
  readonly first_seen_at: Date;
}

const makeIdentity = builtOnce((db, given: NewIdentity) =>
  db
    .insertInto('identities')
    .values({
      workspace_id: given.workspace_id,
      id: given.id,
      brand_id: given.brand_id,
      customer_id: given.customer_id,
      kind: given.kind,
      value: given.value,
      value_normalised: given.value_normalised,
      first_seen_at: given.first_seen_at,
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'brand_id', 'kind', 'value_normalised']).doNothing())
    .returning('id'),
);

async function insertIdentity(
  ctx: Ctx,
  customerId: string,
  reached: Reached,
  normalised: string,
): Promise<{ readonly identityId: string | null; readonly companyId: string | null }> {
  const made = makeIdentity(ctx.db, {
    workspace_id: ctx.workspaceId,
    id: newId(),
    brand_id: reached.brandId,
    customer_id: customerId,
    kind: reached.kind,
    value: reached.value.trim().slice(0, valueLimit),
    value_normalised: normalised,
    first_seen_at: reached.at,
  });
  // asked in one moment: whoever makes an address asks whose domain it is
  const [[row], companyId] = await Promise.all([
    made,
    reached.kind === 'address' ? companyOfAddress(ctx, reached.brandId, normalised) : null,
  ]);
  if (row && companyId) await joinByDomain(ctx, companyId, [customerId]);
  return { identityId: row?.id ?? null, companyId };
}
