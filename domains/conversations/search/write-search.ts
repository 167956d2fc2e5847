import { sql } from 'kysely';
import { fold } from '#science/text';
import type { Ctx } from '#platform/ctx';
import { Lexemes } from './lexemes.ts';
import { type EntryTexts, textsOf } from './read-texts.ts';

/** The job that reads a conversation's words again. */
export const writeSearchJob = 'conversations.write-search';

/** What was written is found at most this much later; several changes within it are read once. */
const debounceMs = 1_500;
/** Notes begin here among the parts of a conversation. */
const firstNotePart = 1_000;
/** Most parts of each kind: 6.4 million characters. */
const partLimit = 100;
/** Longest text for parts of words: subject, names, addresses. */
const headLimit = 2_000;

/** Asks for a conversation to be read again soon; asked twice within the moment it is read once. */
export function searchLater(ctx: Ctx, conversationId: string): void {
  ctx.enqueue(
    writeSearchJob,
    { conversationId },
    { singletonKey: conversationId, startAfter: new Date(ctx.now.getTime() + debounceMs) },
  );
}

interface Head {
  readonly id: string;
  readonly number: number;
  readonly subject: string;
  readonly customer_name: string;
  readonly brand_id: string;
  readonly team_id: string | null;
  readonly assignee_id: string | null;
  readonly last_entry_at: Date;
}

/** Reads a conversation's words into the search, whole: the same however often it runs, and whatever moved meanwhile. */
export async function writeSearch(ctx: Ctx, conversationId: string): Promise<void> {
  // one at a time: the slower of two readers must not write over the newer words
  await sql`select pg_advisory_xact_lock(hashtextextended(${`search ${conversationId}`}, 0))`.execute(ctx.db);
  const row = await ctx.db
    .selectFrom('conversations')
    .select(['id', 'number', 'subject', 'customer_name', 'brand_id', 'team_id', 'assignee_id', 'last_entry_at'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', conversationId)
    .where('merged_at', 'is', null)
    .executeTakeFirst();
  if (!row) return forgetSearch(ctx, [conversationId]);
  const parts = new Parts(row);
  for await (const entry of textsOf(ctx, conversationId)) parts.add(entry);
  await writeParts(ctx, row, parts);
}

/** The parts of one conversation: each begins with its head, so that a word of it goes with words of any part. */
class Parts {
  readonly #head: Head;
  readonly #people = new Map<string, 'f' | 't'>();
  readonly #files = new Set<string>();
  readonly open: { readonly isNote: boolean; readonly lexemes: Lexemes }[] = [];

  constructor(head: Head) {
    this.#head = head;
    this.#begin(false);
  }

  add(entry: EntryTexts): void {
    const last = this.open.findLast(({ isNote }) => isNote === entry.isNote);
    const part = last?.lexemes.hasRoomFor(entry.text) ? last.lexemes : this.#begin(entry.isNote);
    part?.add(entry.text);
    for (const name of entry.files) {
      part?.add(name);
      this.#files.add(name);
    }
    if (entry.isNote) return;
    if (entry.kind === 'in') this.#person('f', entry.fromName, entry.fromAddress);
    for (const { name = '', address = '' } of entry.recipients) this.#person('t', name, address);
  }

  /** Who wrote to us is `from`; whom a message was for is `to`. Both are found by their plain names too. */
  #person(kind: 'f' | 't', name: string, address: string): void {
    const person = `${name} ${address}`.trim();
    if (person !== '') this.#people.set(`${kind} ${person}`, kind);
  }

  #begin(isNote: boolean): Lexemes | undefined {
    if (this.open.filter((part) => part.isNote === isNote).length >= partLimit) return undefined;
    const lexemes = new Lexemes();
    lexemes.add(this.#head.subject);
    lexemes.add(`${this.#head.customer_name} ${this.#head.number}`);
    this.open.push({ isNote, lexemes });
    return lexemes;
  }

  /** What holds for the whole conversation goes into every part: `from:maya tent` needs both in one. */
  finish(): void {
    for (const { lexemes } of this.open) {
      lexemes.addFacet('s', this.#head.subject);
      for (const [key, kind] of this.#people) {
        lexemes.add(key.slice(2));
        lexemes.addFacet(kind, key.slice(2));
      }
      for (const name of this.#files) lexemes.addFacet('a', name);
      if (this.#files.size > 0) lexemes.addFacet('h', 'file');
    }
  }

  head(): string {
    const people = [...this.#people.keys()].map((key) => key.slice(2));
    return fold([this.#head.subject, this.#head.customer_name, ...people].join(' ')).slice(0, headLimit);
  }
}

async function writeParts(ctx: Ctx, row: Head, parts: Parts): Promise<void> {
  parts.finish();
  let publicPart = 0;
  let notePart = firstNotePart;
  const written = parts.open.map(({ isNote, lexemes }) => ({
    part: isNote ? notePart++ : publicPart++,
    isNote,
    words: lexemes.toTsvector(),
  }));
  await doubtWords(ctx, [row.id], [...new Set(parts.open.flatMap(({ lexemes }) => lexemes.vocabulary()))]);
  // a part moves to the month of its last message: all are written anew
  await sql`delete from search_parts where workspace_id = ${ctx.workspaceId} and conversation_id = ${row.id}`.execute(
    ctx.db,
  );
  await sql`insert into search_parts (workspace_id, conversation_id, part, is_note, last_message_at,
      scope_brand_id, scope_team_id, scope_assignee_id, head, words)
    select ${ctx.workspaceId}::uuid, ${row.id}::uuid, part, is_note, least(${row.last_entry_at}::timestamptz, ${ctx.now}::timestamptz),
      ${row.brand_id}::uuid, ${row.team_id}::uuid, ${row.assignee_id}::uuid,
      case when part = 0 then ${parts.head()}::text else '' end, words::tsvector
    from unnest(${written.map(({ part }) => part)}::smallint[], ${written.map(({ isNote }) => isNote)}::boolean[],
      ${written.map(({ words }) => words)}::text[]) as made (part, is_note, words)`.execute(ctx.db);
  await learnWords(ctx, parts);
}

async function learnWords(ctx: Ctx, parts: Parts): Promise<void> {
  const words = [...new Set(parts.open.flatMap(({ lexemes }) => lexemes.vocabulary()))].sort();
  if (words.length === 0) return;
  await sql`insert into search_words (workspace_id, word)
    select ${ctx.workspaceId}::uuid, word from unnest(${words}::text[]) as new (word)
    where not exists (select 1 from search_words where search_words.workspace_id = ${ctx.workspaceId} and search_words.word = new.word)
    on conflict do nothing`.execute(ctx.db);
}

/** Words that leave a text may be nowhere else: what an erasure took away must not stay among the words. */
async function doubtWords(ctx: Ctx, ids: readonly string[], kept: readonly string[]): Promise<void> {
  await sql`update search_words set doubted_at = ${ctx.now} where workspace_id = ${ctx.workspaceId} and word = any(array(
    select distinct gone.word from search_parts
      cross join lateral unnest(tsvector_to_array(search_parts.words)) as gone (word)
    where search_parts.workspace_id = ${ctx.workspaceId} and search_parts.conversation_id = any(${[...ids]}::uuid[])
      and gone.word <> all(${[...kept]}::text[]) order by gone.word))`.execute(ctx.db);
}

/** Takes conversations out of the search at once: they were merged into another, or their customer was erased. */
export async function forgetSearch(ctx: Ctx, ids: readonly string[]): Promise<void> {
  await doubtWords(ctx, ids, []);
  await sql`delete from search_parts where workspace_id = ${ctx.workspaceId}
    and conversation_id = any(${[...ids]}::uuid[])`.execute(ctx.db);
}
