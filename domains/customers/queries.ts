import { sql } from 'kysely';
import type { Ctx, ReadCtx } from '#platform/ctx';
import { conflict, notFound } from '#platform/problem';
import type { IdentityKind } from './contract.ts';
import { can } from './policy.ts';

export interface Customer {
  readonly id: string;
  readonly brandId: string;
  readonly name: string;
  readonly locale: string | null;
  readonly zone: string | null;
  readonly place: string | null;
  readonly tags: readonly string[];
  readonly custom: Readonly<Record<string, unknown>>;
  readonly firstSeenAt: Date;
  readonly mergedIntoId: string | null;
  readonly erasedAt: Date | null;
}

export interface Identity {
  readonly id: string;
  readonly customerId: string;
  readonly kind: IdentityKind;
  readonly value: string;
  readonly valueNormalised: string;
  readonly verifiedAt: Date | null;
  readonly undeliverableAt: Date | null;
}

/** Longest chain of merges that is followed; each merge makes it at most one longer. */
const chainLimit = 50;
/** Most identities one customer is read with. */
const identityLimit = 200;

/** One customer, whoever asks; 404 where there is none. A tombstone stays itself here: see `survivorOf`. */
export async function customerById(ctx: ReadCtx, id: string): Promise<Customer> {
  const row = await customerRows(ctx).where('id', '=', id).executeTakeFirst();
  if (!row) throw notFound();
  return asCustomer(row);
}

/** One customer the actor may see (404 otherwise), a tombstone followed to the one who is there. */
export async function visibleCustomer(ctx: ReadCtx, id: string): Promise<Customer> {
  const asked = await customerById(ctx, id);
  if (!can.read(ctx.actor, asked)) throw notFound();
  return asked.mergedIntoId === null ? asked : customerById(ctx, await survivorOf(ctx, id));
}

/** The same under its row lock, for a change. */
export async function lockCustomer(ctx: Ctx, id: string): Promise<Customer> {
  const { id: survivor } = await visibleCustomer(ctx, id);
  const row = await customerRows(ctx).where('id', '=', survivor).forUpdate().executeTakeFirst();
  if (!row) throw notFound();
  // merged while we waited for the lock
  if (row.merged_into_id !== null) throw conflict();
  return asCustomer(row);
}

/** Follows merges to the customer who is there; one that was never merged is its own survivor. */
export async function survivorOf(ctx: ReadCtx, id: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    with recursive chain (id, merged_into_id, steps) as (
      select id, merged_into_id, 0 from customers where workspace_id = ${ctx.workspaceId} and id = ${id}
      union all
      select next.id, next.merged_into_id, chain.steps + 1 from chain
      join customers next on next.workspace_id = ${ctx.workspaceId} and next.id = chain.merged_into_id
      where chain.steps < ${chainLimit}
    )
    select id from chain where merged_into_id is null`.execute(ctx.db);
  const survivor = rows[0]?.id;
  if (!survivor) throw notFound();
  return survivor;
}

/** A record and those merged into it, itself first. */
export async function withMerged(ctx: ReadCtx, customerId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive merged (id) as (
      select id from customers where workspace_id = ${ctx.workspaceId} and id = ${customerId}
      union
      select c.id from customers c join merged on c.merged_into_id = merged.id where c.workspace_id = ${ctx.workspaceId}
    ) select id from merged order by id <> ${customerId}, id`.execute(ctx.db);
  return rows.map(({ id }) => id);
}

/** Names by id for views of other domains. */
export async function customerNames(ctx: ReadCtx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.db
    .selectFrom('customers')
    .select(['id', 'name'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', sql<string>`any(${[...new Set(ids)]})`)
    .execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** How a customer is found, the first known first. */
export async function identitiesOf(ctx: ReadCtx, customerId: string): Promise<readonly Identity[]> {
  const rows = await identityRows(ctx)
    .where('customer_id', '=', customerId)
    .where('removed_at', 'is', null)
    .orderBy('first_seen_at')
    .orderBy('id')
    .limit(identityLimit)
    .execute();
  return rows.map(asIdentity);
}

/** All that was ever said to be theirs, with when it was taken away: for who asks what we keep of them. */
export async function everyIdentityOf(
  ctx: ReadCtx,
  customerId: string,
): Promise<readonly (Identity & { readonly removedAt: Date | null })[]> {
  const rows = await identityRows(ctx)
    .select('removed_at')
    .where('customer_id', '=', customerId)
    .orderBy('first_seen_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...asIdentity(row), removedAt: row.removed_at }));
}

/** Identities by id: whom a participant or a recipient is. */
export async function identitiesById(ctx: ReadCtx, ids: readonly string[]): Promise<ReadonlyMap<string, Identity>> {
  if (ids.length === 0) return new Map();
  const rows = await identityRows(ctx)
    .where('id', '=', sql<string>`any(${[...new Set(ids)]})`)
    .execute();
  return new Map(rows.map((row) => [row.id, asIdentity(row)]));
}

/** Who has this address, number or handle in a brand. */
export async function identityByValue(
  ctx: ReadCtx,
  brandId: string,
  kind: IdentityKind,
  normalised: string,
): Promise<Identity | null> {
  const row = await identityRows(ctx)
    .where('brand_id', '=', brandId)
    .where('kind', '=', kind)
    .where('value_normalised', '=', normalised)
    .executeTakeFirst();
  return row ? asIdentity(row) : null;
}

function customerRows(ctx: ReadCtx) {
  return ctx.db
    .selectFrom('customers')
    .select([
      'id',
      'brand_id',
      'name',
      'locale',
      'zone',
      'place',
      'tags',
      'custom',
      'first_seen_at',
      'merged_into_id',
      'erased_at',
    ])
    .where('workspace_id', '=', ctx.workspaceId);
}

type CustomerSelected = Awaited<ReturnType<ReturnType<typeof customerRows>['executeTakeFirstOrThrow']>>;

function asCustomer(row: CustomerSelected): Customer {
  return {
    id: row.id,
    brandId: row.brand_id,
    name: row.name,
    locale: row.locale,
    zone: row.zone,
    place: row.place,
    tags: row.tags,
    custom: row.custom as Record<string, unknown>,
    firstSeenAt: row.first_seen_at,
    mergedIntoId: row.merged_into_id,
    erasedAt: row.erased_at,
  };
}

function identityRows(ctx: ReadCtx) {
  return ctx.db
    .selectFrom('identities')
    .select(['id', 'customer_id', 'kind', 'value', 'value_normalised', 'verified_at', 'undeliverable_at'])
    .where('workspace_id', '=', ctx.workspaceId);
}

type IdentitySelected = Awaited<ReturnType<ReturnType<typeof identityRows>['executeTakeFirstOrThrow']>>;

function asIdentity(row: IdentitySelected): Identity {
  return {
    id: row.id,
    customerId: row.customer_id,
    kind: row.kind as IdentityKind,
    value: row.value,
    valueNormalised: row.value_normalised,
    verifiedAt: row.verified_at,
    undeliverableAt: row.undeliverable_at,
  };
}

/** Where customers are, as far as somebody said so. */
export async function customerZones(
  ctx: ReadCtx,
  customerIds: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  const rows = await ctx.db
    .selectFrom('customers')
    .select(['id', 'zone'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', sql<string>`any(${[...customerIds]}::uuid[])`)
    .execute();
  return new Map(rows.map(({ id, zone }) => [id, zone]));
}
