import { sql } from 'kysely';
import type { customerChanged, customerMerged, customerUnmerged, membershipBegan } from '#domains/customers/contract';
import { customerNames, identitiesOf, noteContact, setLastContact } from '#domains/customers';
import type { Ctx, EventOf } from '#platform/ctx';
import type { contactStarted, messageReceived, messageTakenIn } from './contract.ts';
import { searchLater } from './search/write-search.ts';

/**
 * Two records were one person: what belonged to the tombstone belongs to the survivor from now on, in the same
 * transaction, so that a customer's list never shows half of them. One statement a table, from an index.
 */
export async function followMerge(ctx: Ctx, event: EventOf<typeof customerMerged>): Promise<void> {
  const keptId = event.subjectId;
  const { mergeId, mergedId } = event.body;
  await sql`insert into customer_follows (workspace_id, merge_id, conversation_id)
    select workspace_id, ${mergeId}::uuid, id from conversations
    where workspace_id = ${ctx.workspaceId} and customer_id = ${mergedId}`.execute(ctx.db);
  await moveTo(ctx, mergeId, mergedId, keptId);
}

/**
 * The merge was a mistake: what followed it goes back, and what came since by an address or number that goes back goes
 * with it.
 */
export async function followUnmerge(ctx: Ctx, event: EventOf<typeof customerUnmerged>): Promise<void> {
  const { mergeId, mergedId } = event.body;
  const theirs = (await identitiesOf(ctx, mergedId)).map(({ id }) => id);
  await sql`insert into customer_follows (workspace_id, merge_id, conversation_id)
    select c.workspace_id, ${mergeId}::uuid, c.id from conversations c
    where c.workspace_id = ${ctx.workspaceId} and c.customer_id = ${event.subjectId} and exists (
      select 1 from participants p where p.workspace_id = ${ctx.workspaceId} and p.conversation_id = c.id
        and p.role = 'requester' and p.identity_id = any(${theirs}::uuid[]))
    on conflict do nothing`.execute(ctx.db);
  await moveTo(ctx, mergeId, event.subjectId, mergedId);
  await ctx.db
    .deleteFrom('customer_follows')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('merge_id', '=', mergeId)
    .execute();
  for (const id of [event.subjectId, mergedId]) await tellLast(ctx, id);
}

/**
 * They are called otherwise from now on: in the lists, in search and on open screens too. Their name of today counts, so
 * that of two changes the later stays whichever is followed last; who has none is called as before.
 */
export async function followName(ctx: Ctx, event: EventOf<typeof customerChanged>): Promise<void> {
  if (!event.body.fields.includes('name')) return;
  const customerId = event.subjectId;
  const name = (await customerNames(ctx, [customerId])).get(customerId)?.slice(0, 300) ?? '';
  if (name === '') return;
  const { rows } = await sql<{ id: string }>`update conversations
    set customer_name = ${name}, version = version + 1, changed_at = ${ctx.now}
    where workspace_id = ${ctx.workspaceId} and customer_id = ${customerId} and customer_name <> ${name} returning id`.execute(
    ctx.db,
  );
  for (const { id } of rows) {
    ctx.touch('conversation', id);
    searchLater(ctx, id);
  }
}

/** Customers know when they were heard of last; what a machine sent is not them. */
export async function hearMessage(ctx: Ctx, event: EventOf<typeof messageReceived>): Promise<void> {
  if (!event.body.automatic) await noteContact(ctx, event.body.customerId, event.occurredAt);
}

/** What they wrote before our time tells of them too. */
export async function hearPast(ctx: Ctx, event: EventOf<typeof messageTakenIn>): Promise<void> {
  await noteContact(ctx, event.body.customerId, event.occurredAt);
}

/** The same of what is no message: they reached us, or we them. */
export async function hearContact(ctx: Ctx, event: EventOf<typeof contactStarted>): Promise<void> {
  await noteContact(ctx, event.body.customerId, event.occurredAt);
}

async function tellLast(ctx: Ctx, customerId: string): Promise<void> {
  const { rows } = await sql<{ at: Date | null }>`select greatest(
    (select max(last_in_at) from conversations where workspace_id = ${ctx.workspaceId} and customer_id = ${customerId}),
    (select max(started_at) from contacts where workspace_id = ${ctx.workspaceId} and customer_id = ${customerId})) as at`.execute(
    ctx.db,
  );
  await setLastContact(ctx, customerId, rows[0]?.at ?? null);
}

/** Somebody belongs to a company: their matters that belong to none are its too. One that ends later changes nothing. */
export async function followMembership(ctx: Ctx, event: EventOf<typeof membershipBegan>): Promise<void> {
  const rows = await ctx.db
    .updateTable('conversations')
    .set({ company_id: event.body.companyId, version: sql<string>`version + 1`, changed_at: ctx.now })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('customer_id', '=', event.subjectId)
    .where('company_id', 'is', null)
    .returning('id')
    .execute();
  for (const { id } of rows) ctx.touch('conversation', id);
}

async function moveTo(ctx: Ctx, mergeId: string, fromId: string, toId: string): Promise<void> {
  const name = (await customerNames(ctx, [toId])).get(toId) ?? '';
  const following = sql`select conversation_id from customer_follows
    where workspace_id = ${ctx.workspaceId} and merge_id = ${mergeId}`;
  await sql`update contacts set customer_id = ${toId} where workspace_id = ${ctx.workspaceId}
    and customer_id = ${fromId} and conversation_id in (${following})`.execute(ctx.db);
  await sql`update participants set customer_id = ${toId} where workspace_id = ${ctx.workspaceId}
    and customer_id = ${fromId} and conversation_id in (${following})`.execute(ctx.db);
  const moved = await sql<{ id: string }>`update conversations
    set customer_id = ${toId}, customer_name = ${name}, version = version + 1, changed_at = ${ctx.now}
    where workspace_id = ${ctx.workspaceId} and customer_id = ${fromId} and id in (${following}) returning id`.execute(
    ctx.db,
  );
  for (const { id } of moved.rows) {
    ctx.touch('conversation', id);
    searchLater(ctx, id);
  }
}
