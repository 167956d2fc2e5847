import type { ReadCtx } from '#platform/ctx';
import type { SearchHit } from '../contract.ts';
import type { Conversation } from '../load.ts';
import { rowView, seenVersions } from '../views.ts';
import { type EntryFacts, type EntryText, entryLimit, factsOf, textsOf } from './hit-texts.ts';
import { type Mark, marksOf, snippetOf, wholeOf } from './marks.ts';
import type { Search } from './parse-search.ts';

/** Newest entries of a conversation that are looked at first: most words stand among them. */
const firstLook = 4;

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

/** An entry with what stands in it of the search. */
interface Best {
  readonly entry: EntryFacts;
  readonly score: number;
  readonly snippet: readonly Mark[];
}

type Marks = ReturnType<typeof marksOf>;

/**
 * Of each conversation the entry with the most different words of the search; of equals the newest. Texts are read first,
 * and only of those that hold a word what else is shown of them.
 */
async function bestOf(
  ctx: ReadCtx,
  ids: readonly string[],
  marks: Marks,
  search: Search,
): Promise<ReadonlyMap<string, Best>> {
  const best = new Map<string, Best>();
  const scoreOf = (id: string): number => best.get(id)?.score ?? 0;
  const isWhole = (id: string): boolean => scoreOf(id) >= search.groups.length;
  const judge = async (texts: readonly EntryText[]): Promise<void> => {
    const facts = await factsOf(
      ctx,
      texts.map(({ id }) => id),
    );
    for (const text of texts) {
      const entry = facts.get(text.id);
      if (!entry || isWhole(text.conversation_id)) continue;
      const found = readEntry(entry, text.text, marks);
      if (found.score > scoreOf(text.conversation_id)) best.set(text.conversation_id, found);
    }
  };
  const anywhere = [...marks.inText, ...marks.inNotes];
  const holdsAny = ({ text }: EntryText): boolean => snippetOf(text, anywhere).score > 0;
  if (anywhere.length > 0) {
    await judge((await textsOf(ctx, ids, { from: 0, to: firstLook })).filter(holdsAny));
    const left = ids.filter((id) => !isWhole(id));
    await judge((await textsOf(ctx, left, { from: firstLook, to: entryLimit })).filter(holdsAny));
  }
  // a name of a file is looked for where no text tells, or where it was asked for
  const isOfFiles = marks.inFiles.length > marks.inText.length;
  const unmet = ids.filter((id) => scoreOf(id) === 0 || (isOfFiles && !isWhole(id)));
  await judge(await textsOf(ctx, unmet, { from: 0, to: entryLimit, withFiles: true }));
  return best;
}

function readEntry(entry: EntryFacts, text: string, marks: Marks): Best {
  const wanted = entry.kind === 'note' ? [...marks.inText, ...marks.inNotes] : marks.inText;
  const { score, pieces } = snippetOf(text, wanted);
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
