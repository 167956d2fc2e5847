import { sql } from 'kysely';
import type { ReadCtx } from '#platform/ctx';

/** Newest entries of a conversation that are looked through for the words, and the longest text of each. */
export const entryLimit = 60;
const textLimit = 12_000;

/** What an entry says; of the entry itself nothing is read yet. */
export interface EntryText {
  readonly conversation_id: string;
  readonly id: string;
  readonly text: string;
}

/** An entry as it is shown. */
export interface EntryFacts {
  readonly id: string;
  readonly kind: 'in' | 'out' | 'note' | 'call' | 'system';
  readonly occurred_at: Date;
  readonly files: readonly string[];
}

interface Stretch {
  readonly from: number;
  readonly to: number;
  /** Those with files alone. */
  readonly withFiles?: boolean;
}

/** The texts of a stretch of each conversation's entries, newest first. */
export async function textsOf(
  ctx: ReadCtx,
  ids: readonly string[],
  { from, to, withFiles = false }: Stretch,
): Promise<readonly EntryText[]> {
  if (ids.length === 0) return [];
  const filed = sql`where exists (select 1 from message_files as file
      where file.workspace_id = ${ctx.workspaceId} and file.entry_id = entry.id)
    or exists (select 1 from note_files as file where file.workspace_id = ${ctx.workspaceId} and file.entry_id = entry.id)`;
  const { rows } = await sql<EntryText>`
    select conversation.id as conversation_id, entry.id, left(body.text, ${textLimit}) as text
    from unnest(${[...ids]}::uuid[]) as conversation (id)
    cross join lateral (
      select entries.occurred_at, entries.id from entries
      where entries.workspace_id = ${ctx.workspaceId} and entries.conversation_id = conversation.id
      order by entries.occurred_at desc, entries.id desc limit ${to - from} offset ${from}) as entry
    join entry_bodies as body on body.workspace_id = ${ctx.workspaceId} and body.entry_id = entry.id
    ${withFiles ? filed : sql``}
    order by conversation.id, entry.occurred_at desc, entry.id desc`.execute(ctx.db);
  return rows;
}

/** What is shown of some entries, without those that were taken back before they went. */
export async function factsOf(ctx: ReadCtx, ids: readonly string[]): Promise<ReadonlyMap<string, EntryFacts>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<EntryFacts>`
    select entry.id, entry.kind, entry.occurred_at,
      array(select name::text from message_files where message_files.workspace_id = ${ctx.workspaceId} and message_files.entry_id = entry.id
        union all
        select name::text from note_files where note_files.workspace_id = ${ctx.workspaceId} and note_files.entry_id = entry.id limit 50) as files
    from unnest(${[...ids]}::uuid[]) as wanted (id)
    join entries as entry on entry.workspace_id = ${ctx.workspaceId} and entry.id = wanted.id
    where not exists (select 1 from deliveries where deliveries.workspace_id = ${ctx.workspaceId}
      and deliveries.entry_id = entry.id and deliveries.cancelled_at is not null)`.execute(ctx.db);
  return new Map(rows.map((row) => [row.id, row]));
}
