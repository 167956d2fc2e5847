import { type RawBuilder, sql } from 'kysely';
import { teammateNames } from '#domains/identity';
import type { Page } from '#platform/contract';
import type { Ctx, ReadCtx } from '#platform/ctx';
import { mayNot, problem, sameIdOtherBody } from '#platform/problem';
import { consentRecorded, type ConsentView } from './contract.ts';
import { cursorOf, readTimeCursor } from './keyset.ts';
import { can } from './policy.ts';
import { lockCustomer, visibleCustomer, withMerged } from './queries.ts';

const notYet = problem('customers/consent-ahead', 422, 'This moment has not come yet', 'Give the day they said so.');

interface Word extends Pick<ConsentView, 'purpose' | 'medium' | 'state' | 'source' | 'evidence'> {
  readonly id: string;
  readonly saidAt?: string | undefined;
}

/** Writes down what a customer agreed to or took back. Nothing said before is changed; the last word counts. */
export async function recordConsent(ctx: Ctx, customerId: string, word: Word): Promise<readonly ConsentView[]> {
  const customer = await lockCustomer(ctx, customerId);
  if (!can.edit(ctx.actor, customer)) throw mayNot();
  const saidAt = word.saidAt === undefined ? ctx.now : new Date(word.saidAt);
  if (saidAt > ctx.now) throw notYet();
  const written = await ctx.db
    .insertInto('consents')
    .values({
      workspace_id: ctx.workspaceId,
      id: word.id,
      brand_id: customer.brandId,
      customer_id: customer.id,
      survivor_id: customer.id,
      purpose: word.purpose,
      medium: word.medium,
      state: word.state,
      said_at: saidAt,
      source: word.source,
      evidence: word.evidence.replaceAll('\0', ''),
      recorded_at: ctx.now,
      recorded_by: ctx.actor.kind === 'teammate' ? ctx.actor.id : null,
      is_current: false,
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'id']).doNothing())
    .executeTakeFirst();
  if (written.numInsertedOrUpdatedRows === 1n) {
    await settleCurrent(ctx, [customer.id]);
    const { purpose, medium, state, source } = word;
    ctx.emit(consentRecorded, customer.id, { purpose, medium, state, source });
  } else if (!(await selected(ctx, sql`survivor_id = ${customer.id} and id = ${word.id}`, 1)).length)
    throw sameIdOtherBody();
  return currentConsent(ctx, customer.id);
}

/** The words that count now, as whoever reads the customer sees them. */
export async function readConsent(ctx: ReadCtx, customerId: string): Promise<readonly ConsentView[]> {
  return currentConsent(ctx, (await visibleCustomer(ctx, customerId)).id);
}

async function currentConsent(ctx: ReadCtx, survivorId: string): Promise<readonly ConsentView[]> {
  // at most one of each purpose and medium
  const rows = await selected(ctx, sql`survivor_id = ${survivorId} and is_current`, 50);
  return asViews(ctx, rows);
}

/** Every word, the last first, with those of the records merged into this one. */
export async function listConsentHistory(
  ctx: ReadCtx,
  customerId: string,
  query: { readonly after?: string | undefined; readonly limit: number },
): Promise<Page<ConsentView>> {
  const { id } = await visibleCustomer(ctx, customerId);
  const place = readTimeCursor(query.after);
  const older = place ? sql`and (said_at, id) < (${place.at}::timestamptz, ${place.id}::uuid)` : sql``;
  const rows = await selected(ctx, sql`survivor_id = ${id} ${older}`, query.limit + 1);
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  return {
    rows: await asViews(ctx, shown),
    next: rows.length > query.limit && last ? cursorOf(last.said_at, last.id) : null,
  };
}

/** Words follow their record where it is merged, and back; the last of all that are together counts. */
export async function followConsent(ctx: Ctx, recordId: string, survivorId: string, before: string): Promise<void> {
  const records = await withMerged(ctx, recordId);
  await sql`
    update consents set survivor_id = ${survivorId}, is_current = false
    where workspace_id = ${ctx.workspaceId} and customer_id = any(${[...records]}::uuid[])`.execute(ctx.db);
  await settleCurrent(ctx, [survivorId, before]);
}

/** Marks the last word of each purpose and medium, and no other: first none is marked that is not, then the one that is. */
async function settleCurrent(ctx: Ctx, survivorIds: readonly string[]): Promise<void> {
  const ofThem = sql`workspace_id = ${ctx.workspaceId} and survivor_id = any(${[...survivorIds]}::uuid[])`;
  const last = sql`select distinct on (survivor_id, purpose, medium) id from consents
    where ${ofThem} order by survivor_id, purpose, medium, said_at desc, id desc`;
  await sql`update consents set is_current = false where ${ofThem} and is_current and id not in (${last})`.execute(
    ctx.db,
  );
  await sql`update consents set is_current = true where ${ofThem} and not is_current and id in (${last})`.execute(
    ctx.db,
  );
}

const columns = ['id', 'purpose', 'medium', 'state', 'said_at', 'source', 'evidence', 'recorded_at'] as const;

function selected(ctx: ReadCtx, where: RawBuilder<unknown>, limit: number) {
  return ctx.db
    .selectFrom('consents')
    .select([...columns, 'recorded_by', 'is_current'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where(sql<boolean>`${where}`)
    .orderBy('said_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

async function asViews(ctx: ReadCtx, rows: Awaited<ReturnType<typeof selected>>): Promise<ConsentView[]> {
  const names = await teammateNames(
    ctx,
    rows.flatMap((row) => row.recorded_by ?? []),
  );
  return rows.map((row) => ({
    id: row.id,
    purpose: row.purpose as ConsentView['purpose'],
    medium: row.medium as ConsentView['medium'],
    state: row.state as ConsentView['state'],
    source: row.source as ConsentView['source'],
    evidence: row.evidence,
    saidAt: row.said_at.toISOString(),
    recordedAt: row.recorded_at.toISOString(),
    recordedByName: names.get(row.recorded_by ?? '') ?? null,
    isCurrent: row.is_current,
  }));
}
