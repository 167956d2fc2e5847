import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx';
import { nudge } from './nudge.ts';
import { anyOf } from './sql.ts';

/** What a move takes along, and the table each lies in. */
const kinds = [
  ['entry', 'entries'],
  ['thread', 'threads'],
  ['contact', 'contacts'],
  ['delivery', 'deliveries'],
  ['promise', 'promises'],
  ['participant', 'participants'],
] as const;
type Table = (typeof kinds)[number][1];

/** Most items of one kind one move carries. */
const itemLimit = 20_000;

/** Takes everything of one conversation to another and notes what went. Answers how many items. */
export async function moveAll(ctx: Ctx, moveId: string, fromId: string, toId: string): Promise<number> {
  let count = 0;
  for (const [kind, table] of kinds) {
    const ids = table === 'participants' ? await joiningIds(ctx, fromId, toId) : await idsIn(ctx, table, fromId);
    count += await take(ctx, { moveId, kind, table, fromId, toId }, ids);
  }
  await nudgeWaiting(ctx, toId);
  return count;
}

/** Takes these messages to another conversation, with their copies on the way, and contacts and threads that are theirs alone. */
export async function moveEntries(
  ctx: Ctx,
  moveId: string,
  way: { readonly fromId: string; readonly toId: string },
  entryIds: readonly string[],
): Promise<number> {
  const of = { entry: entryIds, ...(await belongingsOf(ctx, way.fromId, entryIds)), promise: [], participant: [] };
  let count = 0;
  for (const [kind, table] of kinds) count += await take(ctx, { moveId, kind, table, ...way }, of[kind]);
  await nudgeWaiting(ctx, way.toId);
  return count;
}

/** Takes back what a move carried and is still there; nothing that came later. */
export async function moveBack(ctx: Ctx, moveId: string, fromId: string, toId: string): Promise<void> {
  for (const [kind, table] of kinds) {
    const ids = await movedIds(ctx, moveId, kind);
    if (ids.length > 0) await setConversation(ctx, table, ids, { fromId: toId, toId: fromId });
  }
  await nudgeWaiting(ctx, fromId);
}

interface Carrying {
  readonly moveId: string;
  readonly kind: (typeof kinds)[number][0];
  readonly table: Table;
  readonly fromId: string;
  readonly toId: string;
}

async function take(ctx: Ctx, carrying: Carrying, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  const { moveId, kind, table } = carrying;
  await ctx.db
    .insertInto('moved_items')
    .values(ids.map((id) => ({ workspace_id: ctx.workspaceId, move_id: moveId, item_kind: kind, item_id: id })))
    .execute();
  await setConversation(ctx, table, ids, carrying);
  return ids.length;
}

/** What hangs on these messages and on no other of their conversation. */
async function belongingsOf(ctx: Ctx, fromId: string, entryIds: readonly string[]) {
  const { workspaceId: ws } = ctx;
  const ids = anyOf(entryIds);
  const { rows } = await sql<{ contact: string[]; thread: string[]; delivery: string[] }>`
    with going as (
      select contact_id, thread_id from entries where workspace_id = ${ws} and conversation_id = ${fromId} and id = ${ids}
    ), staying as (
      select contact_id, thread_id from entries
      where workspace_id = ${ws} and conversation_id = ${fromId} and not (id = ${ids})
    )
    select
      array(select distinct contact_id from going where contact_id is not null
        and contact_id not in (select contact_id from staying where contact_id is not null)) as contact,
      array(select distinct thread_id from going where thread_id is not null
        and thread_id not in (select thread_id from staying where thread_id is not null)) as thread,
      array(select id from deliveries where workspace_id = ${ws} and entry_id = ${ids}) as delivery`.execute(ctx.db);
  return rows[0] ?? { contact: [], thread: [], delivery: [] };
}

async function idsIn(
  ctx: Ctx,
  table: Exclude<Table, 'participants'>,
  conversationId: string,
): Promise<readonly string[]> {
  const rows = await ctx.db
    .selectFrom(table)
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('conversation_id', '=', conversationId)
    .limit(itemLimit)
    .execute();
  return rows.map(({ id }) => id);
}

/** Those who take part there already stay: their row is the same person's. */
async function joiningIds(ctx: Ctx, fromId: string, toId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select p.id from participants p
    where p.workspace_id = ${ctx.workspaceId} and p.conversation_id = ${fromId} and not exists (
      select 1 from participants there
      where there.workspace_id = ${ctx.workspaceId} and there.conversation_id = ${toId}
        and (there.identity_id = p.identity_id or (there.teammate_id = p.teammate_id and there.role = p.role)))
    limit ${itemLimit}`.execute(ctx.db);
  return rows.map(({ id }) => id);
}

async function movedIds(ctx: Ctx, moveId: string, kind: string): Promise<readonly string[]> {
  const rows = await ctx.db
    .selectFrom('moved_items')
    .select('item_id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('move_id', '=', moveId)
    .where('item_kind', '=', kind)
    .limit(itemLimit)
    .execute();
  return rows.map((row) => row.item_id);
}

async function setConversation(
  ctx: Ctx,
  table: Table,
  ids: readonly string[],
  way: { readonly fromId: string; readonly toId: string },
): Promise<void> {
  await ctx.db
    .updateTable(table)
    .set({ conversation_id: way.toId })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('conversation_id', '=', way.fromId)
    .where('id', '=', anyOf(ids))
    .execute();
  if (table !== 'contacts') return;
  await ctx.db
    .updateTable('handling_intervals')
    .set({ conversation_id: way.toId })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('conversation_id', '=', way.fromId)
    .where('contact_id', '=', anyOf(ids))
    .execute();
}

/** A job that waits names the conversation the reply was in: another one names where it is now. */
async function nudgeWaiting(ctx: Ctx, conversationId: string): Promise<void> {
  const { rows } = await sql<{ channel: string; at: Date }>`
    select channel, min(deliver_at) as at from deliveries
    where workspace_id = ${ctx.workspaceId} and conversation_id = ${conversationId}
      and sent_at is null and unconfirmed_at is null and failed_at is null and cancelled_at is null and claimed_at is null
    group by channel`.execute(ctx.db);
  for (const { channel, at } of rows) nudge(ctx, conversationId, channel, at);
}
