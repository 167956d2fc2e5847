import { sql } from 'kysely';
import type { ReadCtx } from '#platform/ctx';
import type { SearchHit } from '../contract.ts';
import type { Conversation } from '../load.ts';
import { rowView, seenVersions } from '../views.ts';
import { type Mark, marksOf, snippetOf, wholeOf } from './marks.ts';
import type { Search } from './parse-search.ts';

/** Newest entries of a conversation that are looked through for the words, and the longest text of each. */
const entryLimit = 60;
const textLimit = 12_000;

interface EntryText {
  readonly conversation_id: string;
  readonly id: string;
  readonly kind: 'in' | 'out' | 'note' | 'call' | 'system';
  readonly occurred_at: Date;
  readonly text: string;
  readonly files: readonly string[];
}

/** What was found as the screen shows it: the row, and the message that holds most of the words, with them marked. */
export async function hitsOf(
  ctx: ReadCtx,
  conversations: readonly Conversation[],
  search: Search,
): Promise<SearchHit[]> {
  if (conversations.length === 0) return [];
  const marks = marksOf(search);
  const ids = conversations.map(({ id }) => id);
  const [seen, entries] = [
    await seenVersions(ctx, ids),
    marks.inText.length + marks.inFiles.length === 0 ? [] : await entriesOf(ctx, ids),
  ];
  const byConversation = Map.groupBy(entries, (entry) => entry.conversation_id);
  return conversations.map((conversation) => ({
    conversation: rowView(conversation, seen.get(conversation.id) ?? 0),
    subject: wholeOf(conversation.subject, marks.inSubject),
    customer: wholeOf(conversation.customer_name, marks.inPeople),
    entry: bestOf(byConversation.get(conversation.id) ?? [], marks, search),
  }));
}

/** The words marked in what was found, as they stand there. */
export function wordsTold(hits: readonly SearchHit[]): string[] {
  const pieces = hits.flatMap((hit) => [...hit.subject, ...hit.customer, ...(hit.entry?.snippet ?? [])]);
  return [...new Set(pieces.filter(({ found }) => found).map(({ text }) => text.toLowerCase()))].slice(0, 6);
}

async function entriesOf(ctx: ReadCtx, ids: readonly string[]): Promise<readonly EntryText[]> {
  const { rows } = await sql<EntryText>`
    select conversation.id as conversation_id, entry.id, entry.kind, entry.occurred_at, left(body.text, ${textLimit}) as text,
      array(select name from message_files where message_files.workspace_id = ${ctx.workspaceId} and message_files.entry_id = entry.id
        union all
        select name from note_files where note_files.workspace_id = ${ctx.workspaceId} and note_files.entry_id = entry.id limit 50) as files
    from unnest(${[...ids]}::uuid[]) as conversation (id)
    cross join lateral (
      select entries.id, entries.kind, entries.occurred_at from entries
      where entries.workspace_id = ${ctx.workspaceId} and entries.conversation_id = conversation.id
        and not exists (select 1 from deliveries where deliveries.workspace_id = ${ctx.workspaceId}
          and deliveries.entry_id = entries.id and deliveries.cancelled_at is not null)
      order by entries.occurred_at desc, entries.id desc limit ${entryLimit}) as entry
    join entry_bodies as body on body.workspace_id = ${ctx.workspaceId} and body.entry_id = entry.id`.execute(ctx.db);
  return rows;
}

/** The entry with the most different words of the search; of equals the newest. */
function bestOf(entries: readonly EntryText[], marks: ReturnType<typeof marksOf>, search: Search): SearchHit['entry'] {
  let best: { entry: EntryText; score: number; snippet: Mark[] } | null = null;
  const wanted = search.groups.length;
  for (const entry of entries) {
    const found = snippetOf(entry.text, entry.kind === 'note' ? [...marks.inText, ...marks.inNotes] : marks.inText);
    const inFiles = entry.files.some((name) => wholeOf(name, marks.inFiles).some((piece) => piece.found)) ? 1 : 0;
    const score = found.score + inFiles;
    if (score > (best?.score ?? 0)) best = { entry, score, snippet: found.pieces };
    if (score >= wanted) break;
  }
  if (best === null) return null;
  const { entry, snippet } = best;
  return {
    id: entry.id,
    kind: entry.kind,
    occurredAt: entry.occurred_at.toISOString(),
    snippet,
    files: entry.files
      .map((name) => wholeOf(name, marks.inFiles))
      .filter((pieces) => pieces.some(({ found }) => found)),
  };
}
