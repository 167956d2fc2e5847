import { sql } from 'kysely';
import type { Ctx, ReadCtx } from '#platform/ctx';
import type { PersonalData } from '#platform/domain';
import { problem } from '#platform/problem';
import { release } from '#platform/storage';
import { entriesInWords } from './in-words.ts';
import { forgetSearch, searchLater } from './search/write-search.ts';
import { anyOf } from './sql.ts';

const tooMany = problem(
  'conversations/too-many-of-one-customer',
  409,
  'This customer has more conversations than can be handled at once',
  'Merge records of machines apart from people, or ask whoever runs the server. Nothing was changed.',
);

/** Conversations read at once, and most of one customer: more is no person and is refused, never left out in silence. */
const pageRows = 1_000;
const conversationLimit = 100_000;

/** What conversations hold of a customer: everything said, by whom, when; files by name. */
export const personalData: PersonalData = { export: exportAll, erase: eraseAll };

async function idsOf(ctx: ReadCtx, customerId: string): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let last: string | null = null; ids.length < conversationLimit; ) {
    const rows: { id: string }[] = await ctx.db
      .selectFrom('conversations')
      .select('id')
      .where('workspace_id', '=', ctx.workspaceId)
      .where('customer_id', '=', customerId)
      .$if(last !== null, (query) => query.where('id', '>', last ?? ''))
      .orderBy('id')
      .limit(pageRows)
      .execute();
    ids.push(...rows.map(({ id }) => id));
    last = rows.at(-1)?.id ?? null;
    if (rows.length < pageRows) return ids;
  }
  throw tooMany();
}

async function exportAll(ctx: ReadCtx, customerId: string): Promise<Readonly<Record<string, unknown>>> {
  const ids = await idsOf(ctx, customerId);
  const conversations = await ctx.db
    .selectFrom('conversations')
    .select(['id', 'number', 'subject', 'opened_at', 'closed_at', 'custom'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', anyOf(ids))
    .execute();
  const messages = await entriesInWords(ctx)
    .select([
      'entries.conversation_id',
      'entries.kind',
      'entries.channel',
      'entries.occurred_at',
      'entry_bodies.subject',
      'entry_bodies.text',
      'entry_bodies.from_address',
    ])
    .where('entries.conversation_id', '=', anyOf(ids))
    .where('entries.visibility', '=', 'public')
    .orderBy('entries.occurred_at')
    .execute();
  return { conversations, messages };
}

/** Removes what identifies or quotes the customer. Rows, numbers, times and events stay: figures do not change. */
async function eraseAll(ctx: Ctx, customerId: string): Promise<Readonly<Record<string, number>>> {
  const ids = await idsOf(ctx, customerId);
  if (ids.length === 0) return {};
  const ofThem = sql`select id from entries where workspace_id = ${ctx.workspaceId} and conversation_id = any(${[...ids]}::uuid[])`;
  const files = await sql<{ sha256: string }>`
    with gone as (delete from message_files where workspace_id = ${ctx.workspaceId} and entry_id in (${ofThem}) returning sha256),
      notes as (delete from note_files where workspace_id = ${ctx.workspaceId} and entry_id in (${ofThem}) returning sha256),
      raw as (delete from entry_sources where workspace_id = ${ctx.workspaceId} and entry_id in (${ofThem}) returning sha256),
      begun as (delete from uploads where workspace_id = ${ctx.workspaceId} and conversation_id = any(${[...ids]}::uuid[]) returning sha256)
    select sha256 from begun union all select sha256 from gone union all select sha256 from notes union all select sha256 from raw`.execute(
    ctx.db,
  );
  for (const file of files.rows) release(ctx, file.sha256);
  const bodies =
    await sql`delete from entry_bodies where workspace_id = ${ctx.workspaceId} and entry_id in (${ofThem})`.execute(
      ctx.db,
    );
  const evidence =
    await sql`delete from threading_evidence where workspace_id = ${ctx.workspaceId} and entry_id in (${ofThem})`.execute(
      ctx.db,
    );
  const drafts =
    await sql`delete from drafts where workspace_id = ${ctx.workspaceId} and conversation_id = any(${[...ids]}::uuid[])`.execute(
      ctx.db,
    );
  const later = await forgetScheduled(ctx, ids);
  const people = await sql`update participants set address = null, name = '' where workspace_id = ${ctx.workspaceId}
    and (conversation_id = any(${[...ids]}::uuid[]) or customer_id = ${customerId})`.execute(ctx.db);
  // what a host answered, and how the other side names a thread, can hold an address too
  const deliveries = await sql`update deliveries set recipient = 'erased', provider_id = null,
    failure = case when failure is null then null else 'erased' end where workspace_id = ${ctx.workspaceId} and conversation_id = any(${[...ids]}::uuid[])`.execute(
    ctx.db,
  );
  await sql`update threads set external_id = 'erased:' || id where workspace_id = ${ctx.workspaceId}
    and conversation_id = any(${[...ids]}::uuid[]) and external_id is not null`.execute(ctx.db);
  const promises =
    await sql`update promises set words = '' where workspace_id = ${ctx.workspaceId} and conversation_id = any(${[...ids]}::uuid[])`.execute(
      ctx.db,
    );
  await sql`update conversations set subject = '', customer_name = '', last_preview = '', custom = '{}', version = version + 1, changed_at = ${ctx.now}
    where workspace_id = ${ctx.workspaceId} and id = any(${[...ids]}::uuid[])`.execute(ctx.db);
  await forgetShown(ctx, customerId);
  await forgetSearch(ctx, ids);
  for (const id of ids) {
    ctx.touch('conversation', id);
    searchLater(ctx, id);
  }
  return {
    conversations: ids.length,
    files: files.rows.length,
    entry_bodies: Number(bodies.numAffectedRows ?? 0),
    threading_evidence: Number(evidence.numAffectedRows ?? 0),
    drafts: Number(drafts.numAffectedRows ?? 0),
    scheduled_replies: later,
    participants: Number(people.numAffectedRows ?? 0),
    deliveries: Number(deliveries.numAffectedRows ?? 0),
    promises: Number(promises.numAffectedRows ?? 0),
  };
}

/** What was to leave later leaves no more; its files were uploads. */
async function forgetScheduled(ctx: Ctx, ids: readonly string[]): Promise<number> {
  const gone = await ctx.db
    .deleteFrom('scheduled_replies')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('conversation_id', '=', anyOf(ids))
    .executeTakeFirst();
  return Number(gone.numDeletedRows);
}

/** Nobody's choice names somebody who is gone. */
async function forgetShown({ db, workspaceId }: Ctx, customerId: string): Promise<void> {
  await sql`delete from shown_senders where workspace_id = ${workspaceId} and customer_id = ${customerId}`.execute(db);
}
