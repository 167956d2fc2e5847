import type { ReadCtx } from '#platform/ctx';
import type { SearchHit } from '../contract.ts';
import { loadMany } from '../load.ts';
import { rowView, seenVersions } from '../views.ts';
import { type EntryFacts, type EntryText, entryLimit, factsOf, textsOf } from './hit-texts.ts';
import { type Found, marksOf, placesIn, snippetOf, wholeOf } from './marks.ts';
import type { Search } from './parse-search.ts';

/** Newest entries of a conversation that are looked at first: most words stand among them. */
const firstLook = 4;

/**
 * What was found as the screen shows it: the row, and the message that holds most of the words, with them marked; in the
 * order of the ids, without those that the reader may not see.
 */
export async function hitsOf(ctx: ReadCtx, ids: readonly string[], search: Search): Promise<SearchHit[]> {
  if (ids.length === 0) return [];
  const marks = marksOf(search);
  const asksEntries = marks.inText.length + marks.inFiles.length > 0;
  // all that is read by the ids alone goes to the database at once; texts of what the policy leaves out are let go
  const [conversations, seen, newest] = await Promise.all([
    loadMany(ctx, ids),
    seenVersions(ctx, ids),
    asksEntries && asksTexts(marks) ? textsOf(ctx, ids, { from: 0, to: firstLook }) : [],
  ]);
  const byId = new Map(conversations.map((one) => [one.id, one]));
  const shown = ids.flatMap((id) => byId.get(id) ?? []);
  const looked = { marks, search, newest: newest.filter((one) => byId.has(one.conversation_id)) };
  const best = asksEntries ? await bestOf(ctx, [...byId.keys()], looked) : new Map<string, Best>();
  return shown.map((conversation) => ({
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
  readonly text: string;
  readonly found: Found;
  readonly score: number;
}

/** A text with all that stands in it, be it a note or not. */
interface Looked extends EntryText {
  readonly found: Found;
}

type Marks = ReturnType<typeof marksOf>;

/** What is looked for, and where it is looked for first. */
interface Look {
  readonly marks: Marks;
  readonly search: Search;
  /** The texts of the newest entries. */
  readonly newest: readonly EntryText[];
}

function asksTexts({ inText, inNotes }: Marks): boolean {
  return inText.length + inNotes.length > 0;
}

/**
 * Of each conversation the entry with the most different words of the search; of equals the newest. Texts are read first,
 * and only of those that hold a word what else is shown of them.
 */
async function bestOf(
  ctx: ReadCtx,
  ids: readonly string[],
  { marks, search, newest }: Look,
): Promise<ReadonlyMap<string, Best>> {
  const best = new Map<string, Best>();
  const scoreOf = (id: string): number => best.get(id)?.score ?? 0;
  const isWhole = (id: string): boolean => scoreOf(id) >= search.groups.length;
  const anywhere = [...marks.inText, ...marks.inNotes];
  const look = (texts: readonly EntryText[]): Looked[] =>
    texts.map((one) => ({ ...one, found: placesIn(one.text, anywhere) }));
  const judge = async (texts: readonly Looked[]): Promise<void> => {
    const facts = await factsOf(
      ctx,
      texts.map(({ id }) => id),
    );
    for (const text of texts) {
      const entry = facts.get(text.id);
      if (!entry || isWhole(text.conversation_id)) continue;
      const read = readEntry(entry, text, marks);
      if (read.score > scoreOf(text.conversation_id)) best.set(text.conversation_id, read);
    }
  };
  const holdsAny = ({ found }: Looked): boolean => found.score > 0;
  if (asksTexts(marks)) {
    await judge(look(newest).filter(holdsAny));
    // older ones are read where the newest hold no word at all: who sees one of them sees what it is about
    const left = ids.filter((id) => scoreOf(id) === 0);
    await judge(look(await textsOf(ctx, left, { from: firstLook, to: entryLimit })).filter(holdsAny));
  }
  // a name of a file is looked for where no text tells, or where it was asked for
  const isOfFiles = marks.inFiles.length > marks.inText.length;
  const unmet = ids.filter((id) => scoreOf(id) === 0 || (isOfFiles && !isWhole(id)));
  await judge(look(await textsOf(ctx, unmet, { from: 0, to: entryLimit, withFiles: true })));
  return best;
}

function readEntry(entry: EntryFacts, looked: Looked, marks: Marks): Best {
  const { text } = looked;
  // what is asked of notes alone counts nowhere else
  const isOther = entry.kind !== 'note' && marks.inNotes.length > 0;
  const found = isOther ? placesIn(text, marks.inText) : looked.found;
  const isNamed = entry.files.some((name) => placesIn(name, marks.inFiles).score > 0);
  return { entry, text, found, score: found.score + (isNamed ? 1 : 0) };
}

function entryOf(best: Best | undefined, marks: Marks): SearchHit['entry'] {
  if (best === undefined) return null;
  const { entry, text, found } = best;
  return {
    id: entry.id,
    kind: entry.kind,
    occurredAt: entry.occurred_at.toISOString(),
    snippet: snippetOf(text, found),
    files: entry.files
      .map((name) => wholeOf(name, marks.inFiles))
      .filter((pieces) => pieces.some((piece) => piece.found)),
  };
}
