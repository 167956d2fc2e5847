import { sql } from 'kysely';
import type { ReadCtx } from '#platform/ctx';
import type { SearchHit } from '../contract.ts';
import type { Conversation } from '../load.ts';
import { rowView, seenVersions } from '../views.ts';
import { type Mark, marksOf, snippetOf, wholeOf } from './marks.ts';
import type { Search } from './parse-search.ts';

/**
 * Newest entries of a conversation that are looked through for the words; those that are looked at first, for most words
 * stand among them; and the longest text of each.
 */
const entryLimit = 60;
const firstLook = 6;
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
  const seen = await seenVersions(ctx, ids);
  const best =
    marks.inText.length + marks.inFiles.length === 0 ? new Map<string, Best>() : await bestOf(ctx, ids, marks, search);
  return conversations.map((conversation) => ({
    conversation: rowView(conversation, seen.get(conversation.id) ?? 0),
    subject: wholeOf(conversation.subject, marks.inSubject),
    customer: wholeOf(conversation.customer_name, marks.inPeople),
    entry: entryOf(best.get(conversation.id), marks),
  }));
}

/** The words marked in what was found, as they stand there. */
export function wordsTold(hits: readonly SearchHit[]): string[] {
  const pieces = hits.flatMap((hit) => [...hit.subject, ...hit.customer, ...(hit.entry?.snippet ?? [])]);
  return [...new Set(pieces.filter(({ found }) => found).map(({ text }) => text.toLowerCase()))].slice(0, 6);
}

async function entriesOf(
  ctx: ReadCtx,
  ids: readonly string[],
  { from, limit }: { from: number; limit: number },
): Promise<readonly EntryText[]> {
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
      order by entries.occurred_at desc, entries.id desc limit ${limit} offset ${from}) as entry
    join entry_bodies as body on body.workspace_id = ${ctx.workspaceId} and body.entry_id = entry.id`.execute(ctx.db);
  return rows;
}

/** An entry with what stands in it of the search. */
interface Best {
  readonly entry: EntryText;
  readonly score: number;
  readonly snippet: readonly Mark[];
}

type Marks = ReturnType<typeof marksOf>;

/** Of each conversation the entry with the most different words of the search; of equals the newest. */
async function bestOf(
  ctx: ReadCtx,
  ids: readonly string[],
  marks: Marks,
  search: Search,
): Promise<ReadonlyMap<string, Best>> {
  const best = new Map<string, Best>();
  const isWhole = (id: string): boolean => (best.get(id)?.score ?? 0) >= search.groups.length;
  const look = async (these: readonly string[], from: number, limit: number): Promise<void> => {
    for (const entry of these.length === 0 ? [] : await entriesOf(ctx, these, { from, limit })) {
      if (isWhole(entry.conversation_id)) continue;
      const found = readEntry(entry, marks);
      if (found.score > (best.get(entry.conversation_id)?.score ?? 0)) best.set(entry.conversation_id, found);
    }
  };
  await look(ids, 0, firstLook);
  await look(
    ids.filter((id) => !isWhole(id)),
    firstLook,
    entryLimit - firstLook,
  );
  return best;
}

function readEntry(entry: EntryText, marks: Marks): Best {
  const wanted = entry.kind === 'note' ? [...marks.inText, ...marks.inNotes] : marks.inText;
  const { score, pieces } = snippetOf(entry.text, wanted);
  const isNamed = entry.files.some((name) => wholeOf(name, marks.inFiles).some(({ found }) => found));
  return { entry, score: score + (isNamed ? 1 : 0), snippet: pieces };
}

function entryOf(best: Best | undefined, marks: Marks): SearchHit['entry'] {
  if (best === undefined) return null;
  const { entry, snippet } = best;
  return {
    id: entry.id,
    kind: entry.kind,
    occurredAt: entry.occurred_at.toISOString(),
    snippet: [...snippet],
    files: entry.files
      .map((name) => wholeOf(name, marks.inFiles))
      .filter((pieces) => pieces.some(({ found }) => found)),
  };
}
