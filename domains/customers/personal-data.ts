import { sql } from 'kysely';
import type { Ctx, ReadCtx } from '#platform/ctx';
import type { PersonalData } from '#platform/domain';
import { isRefusal } from '#platform/problem';
import { customerErased } from './contract.ts';
import { companiesOf } from './memberships.ts';
import { customerById, everyIdentityOf, visibleCustomer, withMerged } from './queries.ts';

/** Who is there under this id for the actor, and the records merged into them. */
async function findCustomer(ctx: ReadCtx, customerId: string): Promise<readonly string[]> {
  try {
    return await withMerged(ctx, (await visibleCustomer(ctx, customerId)).id);
  } catch (error) {
    if (isRefusal(error) && error.status === 404) return [];
    throw error;
  }
}

/** Everything that is known of the customer here, in words and values; privacy asks who may have it. */
async function exportCustomer(ctx: ReadCtx, customerId: string): Promise<Readonly<Record<string, unknown>>> {
  const customer = await customerById(ctx, customerId);
  const identities = await everyIdentityOf(ctx, customerId);
  return {
    name: customer.name,
    language: customer.locale,
    zone: customer.zone,
    place: customer.place,
    tags: customer.tags,
    firstSeenAt: customer.firstSeenAt.toISOString(),
    identities: identities.map(({ kind, value, verifiedAt, undeliverableAt, removedAt }) => ({
      kind,
      value,
      verifiedAt: verifiedAt?.toISOString() ?? null,
      undeliverableSince: undeliverableAt?.toISOString() ?? null,
      removedAt: removedAt?.toISOString() ?? null,
    })),
    companies: (await companiesOf(ctx, customerId)).map(({ name, role }) => ({ name, role })),
    fields: customer.custom,
    notes: await notesOf(ctx, customerId),
    consents: await consentsOf(ctx, customerId),
    merges: await mergesOf(ctx, customerId),
  };
}

/** Most notes of one export; one customer has a handful. */
const noteLimit = 10_000;

async function notesOf(ctx: ReadCtx, customerId: string): Promise<readonly { text: string; writtenAt: string }[]> {
  const rows = await ctx.db
    .selectFrom('customer_notes')
    .select(['text', 'written_at'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('customer_id', '=', customerId)
    .orderBy('written_at')
    .limit(noteLimit)
    .execute();
  return rows.map((row) => ({ text: row.text, writtenAt: row.written_at.toISOString() }));
}

/** Every word the record was given for: what for, by which way, what proves it. */
async function consentsOf(ctx: ReadCtx, customerId: string): Promise<readonly unknown[]> {
  const rows = await ctx.db
    .selectFrom('consents')
    .select(['purpose', 'medium', 'state', 'said_at', 'source', 'evidence', 'recorded_at'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('customer_id', '=', customerId)
    .orderBy('said_at')
    .orderBy('id')
    .limit(noteLimit)
    .execute();
  return rows.map(({ said_at: saidAt, recorded_at: recordedAt, ...word }) => ({
    ...word,
    saidAt: saidAt.toISOString(),
    recordedAt: recordedAt.toISOString(),
  }));
}

/** Merges of the record, with what it said before and why they were one. */
async function mergesOf(ctx: ReadCtx, customerId: string): Promise<readonly unknown[]> {
  const rows = await ctx.db
    .selectFrom('customer_merges')
    .select(['merged_id', 'merged_at', 'undone_at', 'before', 'why'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('kept_id', '=', customerId)
    .orderBy('id')
    .limit(noteLimit)
    .execute();
  return rows.map((row) => ({
    mergedId: row.merged_id,
    mergedAt: row.merged_at.toISOString(),
    undoneAt: row.undone_at?.toISOString() ?? null,
    before: row.before,
    why: row.why,
  }));
}

/**
 * Removes what identifies a customer, from the record and from those merged into it. Rows and ids stay, so that history,
 * figures and the conversations of others keep what they point at; the address is free for somebody new.
 */
async function eraseCustomer(ctx: Ctx, customerId: string): Promise<Readonly<Record<string, number>>> {
  const ids = await withMerged(ctx, customerId);
  const identities = await sql`
    update identities set value = '', value_normalised = 'erased:' || id::text, verified_at = null, undeliverable_at = null
    where workspace_id = ${ctx.workspaceId} and customer_id = any(${ids}::uuid[]) and value_normalised not like 'erased:%'`.execute(
    ctx.db,
  );
  const memberships = await sql`
    delete from memberships where workspace_id = ${ctx.workspaceId} and customer_id = any(${ids}::uuid[])`.execute(
    ctx.db,
  );
  const notes = await sql`
    delete from customer_notes where workspace_id = ${ctx.workspaceId} and customer_id = any(${ids}::uuid[])`.execute(
    ctx.db,
  );
  const consents = await sql`
    delete from consents where workspace_id = ${ctx.workspaceId} and customer_id = any(${ids}::uuid[])`.execute(ctx.db);
  await sql`
    delete from customer_sums where workspace_id = ${ctx.workspaceId} and customer_id = any(${ids}::uuid[])`.execute(
    ctx.db,
  );
  const merges = await sql`
    update customer_merges set before = null, why = null
    where workspace_id = ${ctx.workspaceId} and (kept_id = any(${ids}::uuid[]) or merged_id = any(${ids}::uuid[]))
      and (before is not null or why is not null)`.execute(ctx.db);
  const duplicates = await sql`
    delete from duplicate_suggestions
    where workspace_id = ${ctx.workspaceId} and (one_id = any(${ids}::uuid[]) or other_id = any(${ids}::uuid[]))`.execute(
    ctx.db,
  );
  const fields = await sql`
    delete from field_index where workspace_id = ${ctx.workspaceId} and object_id = any(${ids}::uuid[])`.execute(
    ctx.db,
  );
  const customers = await sql`
    update customers set name = '', locale = null, zone = null, place = null, tags = '{}', custom = '{}', erased_at = ${ctx.now}
    where workspace_id = ${ctx.workspaceId} and id = any(${ids}::uuid[]) and erased_at is null`.execute(ctx.db);
  if (Number(customers.numAffectedRows ?? 0) > 0) ctx.emit(customerErased, customerId, {});
  return {
    identities: Number(identities.numAffectedRows ?? 0),
    memberships: Number(memberships.numAffectedRows ?? 0),
    customer_notes: Number(notes.numAffectedRows ?? 0),
    consents: Number(consents.numAffectedRows ?? 0),
    customer_merges: Number(merges.numAffectedRows ?? 0),
    duplicate_suggestions: Number(duplicates.numAffectedRows ?? 0),
    field_index: Number(fields.numAffectedRows ?? 0),
    customers: Number(customers.numAffectedRows ?? 0),
  };
}

/** This domain's part of exporting and erasing a customer. */
export const personalData: PersonalData = { find: findCustomer, export: exportCustomer, erase: eraseCustomer };
