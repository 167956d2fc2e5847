import { type Expression, type SqlBool, sql } from 'kysely';
import type { ReadCtx } from '#platform/ctx';
import { entriesInWords } from '../in-words.ts';
import { takenBack } from '../taken-back.ts';

/** What one entry says, as a search reads it. */
export interface EntryTexts {
  readonly id: string;
  readonly kind: string;
  readonly isNote: boolean;
  readonly occurredAt: Date;
  readonly text: string;
  readonly fromName: string;
  readonly fromAddress: string;
  readonly recipients: readonly { readonly address?: string; readonly name?: string }[];
  readonly files: readonly string[];
}

/** Entries read at once, and the longest text of one of them. */
const pageRows = 200;
const textLimit = 64_000;
/** Most pages of one conversation: 20,000 entries. */
const pageLimit = 100;

/**
 * The entries of a conversation, newest first. Of what a mail quotes only the first message's is read: later ones quote
 * what is here already.
 */
export async function* textsOf(ctx: ReadCtx, conversationId: string): AsyncGenerator<EntryTexts> {
  let before: { at: Date; id: string } | null = null;
  for (let page = 0; page < pageLimit; page += 1) {
    const rows: readonly EntryTexts[] = await pageOf(ctx, conversationId, before);
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < pageRows) return;
    before = { at: last.occurredAt, id: last.id };
  }
}

async function pageOf(
  ctx: ReadCtx,
  conversationId: string,
  before: { at: Date; id: string } | null,
): Promise<readonly EntryTexts[]> {
  const rows = await entriesInWords(ctx)
    .select(['entries.id', 'entries.kind', 'entries.visibility', 'entries.occurred_at'])
    .select(['entry_bodies.from_name', 'entry_bodies.from_address', 'entry_bodies.recipients'])
    .select([spoken.as('text'), fileNames.as('files')])
    .where('entries.conversation_id', '=', conversationId)
    .where((eb): Expression<SqlBool> => eb.not(eb.exists(takenBack(eb as never) as never)))
    .$if(before !== null, (older) => {
      const from = before ?? { at: ctx.now, id: '' };
      return older.where((eb) => eb(eb.refTuple('entries.occurred_at', 'entries.id'), '<', eb.tuple(from.at, from.id)));
    })
    .orderBy('entries.occurred_at', 'desc')
    .orderBy('entries.id', 'desc')
    .limit(pageRows)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    isNote: row.visibility === 'internal',
    occurredAt: row.occurred_at,
    text: row.text,
    fromName: row.from_name ?? '',
    fromAddress: row.from_address ?? '',
    recipients: Array.isArray(row.recipients) ? (row.recipients as EntryTexts['recipients']) : [],
    files: row.files,
  }));
}

/** What was written, without what it quotes; all of it where it begins the conversation. */
const spoken = sql<string>`left(entry_bodies.text, case when entry_bodies.visible_length is null or not exists (
    select 1 from entries as earlier where earlier.workspace_id = entries.workspace_id
      and earlier.conversation_id = entries.conversation_id
      and (earlier.occurred_at, earlier.id) < (entries.occurred_at, entries.id))
  then ${sql.lit(textLimit)} else least(entry_bodies.visible_length, ${sql.lit(textLimit)}) end)`;

const fileNames = sql<string[]>`array(
  select name::text from message_files
  where message_files.workspace_id = entries.workspace_id and message_files.entry_id = entries.id and not message_files.inline
  union all
  select name::text from note_files
  where note_files.workspace_id = entries.workspace_id and note_files.entry_id = entries.id
  limit 200)`;
