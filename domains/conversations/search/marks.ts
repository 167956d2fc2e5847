import { isPair, stemOf, type Word, wordsOf } from '#science/text';
import type { Search, Term } from './parse-search.ts';

/** A piece of a text; `found` is what was searched for. */
export interface Mark {
  readonly text: string;
  readonly found: boolean;
}

/** Words to be marked: in a row, the last perhaps as a beginning. */
interface Wanted {
  readonly words: readonly string[];
  readonly isBeginning: boolean;
}

/** Letters before and after the first word found. */
const beforeLetters = 60;
const afterLetters = 140;

/** What is marked where: plain words everywhere, those of an operator in its place alone. */
export function marksOf(search: Search) {
  const terms = search.groups.flat().filter((term) => !term.isNegated);
  const of = (...operators: readonly (string | null)[]): Wanted[] =>
    terms.filter((term) => operators.includes(term.operator)).flatMap(wantedOf);
  return {
    inText: of(null),
    inNotes: of('note'),
    inSubject: of(null, 'subject'),
    inPeople: of(null, 'from', 'to'),
    inFiles: of(null, 'file'),
  };
}

function wantedOf(term: Term): Wanted[] {
  const words = [...wordsOf(term.value)].map(({ word }) => word);
  const [only] = words;
  if (only === undefined) return [];
  const isBeginning = !term.isPhrase || isPair(only);
  if (words.length === 1) return [{ words: [isBeginning ? stemOf(only) : only], isBeginning }];
  // the lone last letter after a row of pairs is in the pair before it
  const row = words.filter((word, at) => !(isPair(word) && [...word].length === 1 && at > 0));
  return [{ words: row, isBeginning: false }];
}

/** The part of a text around the first words found, marked, and how many different ones are in the whole text. */
export function snippetOf(text: string, wanted: readonly Wanted[]): { pieces: Mark[]; score: number } {
  const found = placesIn(text, wanted);
  const first = found.places[0];
  if (!first) return { pieces: [], score: 0 };
  const start = first.start <= beforeLetters ? 0 : wordEdge(text, first.start - beforeLetters);
  const end = Math.min(text.length, first.end + afterLetters);
  const pieces = cut(text, start, end, found.places);
  if (start > 0) pieces.unshift({ text: '… ', found: false });
  if (end < text.length) pieces.push({ text: ' …', found: false });
  return { pieces: pieces.map((piece) => ({ ...piece, text: piece.text.replace(/\s+/gu, ' ') })), score: found.score };
}

/** A whole short text with its words marked. */
export function wholeOf(text: string, wanted: readonly Wanted[]): Mark[] {
  return cut(text, 0, text.length, placesIn(text, wanted).places);
}

/** The next beginning of a word, so that a snippet does not begin within one. */
function wordEdge(text: string, from: number): number {
  const space = text.slice(from, from + beforeLetters).search(/\s/u);
  return space === -1 ? from : from + space + 1;
}

function cut(text: string, start: number, end: number, places: readonly Place[]): Mark[] {
  const pieces: Mark[] = [];
  let at = start;
  for (const place of places) {
    if (place.end <= at || place.start >= end) continue;
    if (place.start > at) pieces.push({ text: text.slice(at, place.start), found: false });
    pieces.push({ text: text.slice(Math.max(at, place.start), place.end), found: true });
    at = place.end;
  }
  if (at < end) pieces.push({ text: text.slice(at, end), found: false });
  return pieces;
}

interface Place {
  readonly start: number;
  readonly end: number;
}

function placesIn(text: string, wanted: readonly Wanted[]): { places: readonly Place[]; score: number } {
  if (wanted.length === 0 || text === '' || cannotHold(text, wanted)) return { places: [], score: 0 };
  const words = [...wordsOf(text)];
  const places: Place[] = [];
  const met = new Set<Wanted>();
  for (const [at, word] of words.entries()) {
    for (const one of wanted) {
      if (!stands(words, at, one)) continue;
      met.add(one);
      places.push({ start: word.start, end: words[at + one.words.length - 1]?.end ?? word.end });
    }
  }
  return { places, score: met.size };
}

const plainText = /^[\t\n\r -~]*$/;

/** Most texts hold none of the words: of a plain one that is seen without taking it apart. */
function cannotHold(text: string, wanted: readonly Wanted[]): boolean {
  if (!plainText.test(text)) return false;
  const letters = text.toLowerCase();
  return wanted.every(({ words }) => !words.every((word) => letters.includes(word)));
}

function stands(words: readonly Word[], at: number, { words: row, isBeginning }: Wanted): boolean {
  return row.every((wanted, step) => {
    const word = words[at + step]?.word ?? '';
    return word === wanted || (isBeginning && word.startsWith(wanted));
  });
}
