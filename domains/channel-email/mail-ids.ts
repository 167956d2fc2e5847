import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Ctx, ReadCtx } from '#platform/ctx';
import { builtOnce, writeLater } from '#platform/database';

/** 128 bits are enough to never meet by chance; the id itself may have 998 characters. */
const hashBytes = 16;
/** Most ids of one conversation that our own References may name. */
const chainLimit = 40;

export type Origin = 'minted' | 'received' | 'referenced' | 'number';

/** An id to remember, with whose it is. */
export interface IdToRemember {
  readonly id: string;
  readonly origin: Origin;
  readonly entryId?: string;
}

/** Where an id leads. */
export interface KnownId {
  readonly hash: string;
  readonly conversationId: string;
  readonly entryId: string | null;
  readonly origin: Origin;
}

/** What a message id is looked up by. */
export function hashId(id: string): Buffer {
  return createHash('sha256').update(id).digest().subarray(0, hashBytes);
}

/** The word under which a conversation's number is remembered: only numbers that left by mail lead back by mail. */
export function numberWord(number: number): string {
  return `number ${number}`;
}

/** Remembers ids for a conversation. An ancestor that arrives later becomes a received one; nothing is forgotten. */
export async function rememberIds(
  ctx: Ctx,
  place: { conversationId: string; lineId: string },
  ids: readonly IdToRemember[],
): Promise<void> {
  const byHash = new Map(ids.map((one) => [hashId(one.id).toString('hex'), one]));
  if (byHash.size === 0) return;
  const rows = [...byHash].map(([hash, one]) => ({
    hash,
    origin: one.origin,
    entry_id: one.entryId ?? null,
    message_id: one.origin === 'received' || one.origin === 'minted' ? one.id.slice(0, 998) : null,
  }));
  const remembered = sql`
    insert into mail_ids as known (workspace_id, id_hash, conversation_id, line_id, entry_id, origin, message_id, seen_at)
    select ${ctx.workspaceId}::uuid, decode(hash, 'hex'), ${place.conversationId}::uuid, ${place.lineId}::uuid, entry_id, origin,
      message_id, ${ctx.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as seen (hash text, origin text, entry_id uuid, message_id text)
    on conflict (workspace_id, id_hash, conversation_id) do update
      set origin = excluded.origin, entry_id = excluded.entry_id, message_id = excluded.message_id
      where known.origin = 'referenced' and excluded.origin <> 'referenced'`;
  await writeLater(ctx.db, remembered);
}

const idsKnown = builtOnce((db, given: { workspaceId: string; hashes: readonly Buffer[]; limit: number }) =>
  db
    .selectFrom('mail_ids')
    .select(['id_hash', 'conversation_id', 'entry_id', 'origin'])
    .where('workspace_id', '=', given.workspaceId)
    // behind a select their number is no reason for PostgreSQL to plan anew each time
    .where(sql<boolean>`id_hash = any((select ${given.hashes}::bytea[])::bytea[])`)
    .orderBy('seen_at', 'desc')
    .limit(given.limit),
);

/** Everything known about these ids, what we minted first. */
export async function findIds(ctx: ReadCtx, ids: readonly string[]): Promise<readonly KnownId[]> {
  if (ids.length === 0) return [];
  const hashes = [...new Set(ids)].map((id) => hashId(id));
  const { workspaceId } = ctx;
  const rows = await idsKnown(ctx.db, { workspaceId, hashes, limit: hashes.length * 4 });
  const known = rows.map((row) => ({
    hash: row.id_hash.toString('hex'),
    conversationId: row.conversation_id,
    entryId: row.entry_id,
    origin: row.origin as Origin,
  }));
  return known.sort((a, b) => rank(a.origin) - rank(b.origin));
}

function rank(origin: Origin): number {
  return ['minted', 'number', 'received', 'referenced'].indexOf(origin);
}

/** The ids that went to and fro in a conversation, oldest first: the References of our next mail. */
export async function chainOf(ctx: ReadCtx, conversationId: string): Promise<readonly string[]> {
  const rows = await ctx.db
    .selectFrom('mail_ids')
    .select('message_id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('conversation_id', '=', conversationId)
    .where('message_id', 'is not', null)
    .orderBy('seen_at', 'desc')
    .limit(chainLimit)
    .execute();
  return rows.flatMap((row) => row.message_id ?? []).reverse();
}

/** The message id of one entry: of a customer's mail, or the one we minted for a reply. */
export async function idOfEntry(ctx: ReadCtx, entryId: string): Promise<string | null> {
  const row = await ctx.db
    .selectFrom('mail_ids')
    .select('message_id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('entry_id', '=', entryId)
    .where('message_id', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  return row?.message_id ?? null;
}
