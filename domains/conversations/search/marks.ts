import { isPair, isPlain, longestWordLetters, stemOf, type Word, wordsOf } from '#science/text';
import type { Search, Term } from './parse-search.ts';

/** A piece of a text; `found` is what was searched for. */
export interface Mark {
  readonly text: string;
  readonly found: boolean;
}

/** Words to be marked: in a row, the last perhaps as a beginning. */
export interface Wanted {
  readonly words: readonly string[];
  readonly isBeginning: boolean;
  /** The same for a plain text in small letters; null where a plain text cannot hold it. */
  readonly inPlain: RegExp | null;
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
  if (words.length === 1) return [wantedRow([isBeginning ? stemOf(only) : only], isBeginning)];
  // the lone last letter after a row of pairs is in the pair before it
  const row = words.filter((word, at) => !(isPair(word) && [...word].length === 1 && at > 0));
  return [wantedRow(row, false)];
}

function wantedRow(words: readonly string[], isBeginning: boolean): Wanted {
  // folded plain words are small letters and digits, so nothing of them means more to an expression
  const row = words.map((word) => (word.length < longestWordLetters ? word : `${word}[a-z0-9]*`)).join('[^a-z0-9]+');
  const source = `(?<![a-z0-9])${row}${isBeginning ? '[a-z0-9]*' : '(?![a-z0-9])'}`;
  return { words, isBeginning, inPlain: isPlain(words.join('')) ? new RegExp(source, 'g') : null };
}

/** The part of a text around the first of the places found, marked. */
export function snippetOf(text: string, found: Found): Mark[] {
  const first = found.places[0];
  if (!first) return [];
  const start = first.start <= beforeLetters ? 0 : wordEdge(text, first.start - beforeLetters);
  const end = Math.min(text.length, first.end + afterLetters);
  const pieces = cut(text, start, end, found.places);
  if (start > 0) pieces.unshift({ text: '… ', found: false });
  if (end < text.length) pieces.push({ text: ' …', found: false });
  return pieces.map((piece) => ({ ...piece, text: piece.text.replace(/\s+/gu, ' ') }));
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

/** Where the words stand in a text, and how many different ones of them. */
export interface Found {
  readonly places: readonly Place[];
  readonly score: number;
}

const nothing: Found = { places: [], score: 0 };

/** Finds words in a text. */
export function placesIn(text: string, wanted: readonly Wanted[]): Found {
  if (wanted.length === 0 || text === '') return nothing;
  return isPlain(text) ? placesInPlain(text.toLowerCase(), wanted) : placesInWords([...wordsOf(text)], wanted);
}

/** Most texts are plain and hold none of the words: they are not taken apart to see that. */
function placesInPlain(letters: string, wanted: readonly Wanted[]): Found {
  const places: Place[] = [];
  let score = 0;
  for (const { words, inPlain } of wanted) {
    if (inPlain === null || !letters.includes(words[0] ?? '')) continue;
    const before = places.length;
    for (const { 0: met, index } of letters.matchAll(inPlain)) places.push({ start: index, end: index + met.length });
    if (places.length > before) score += 1;
  }
  if (score === 0) return nothing;
  return { places: score === 1 ? places : places.sort((a, b) => a.start - b.start), score };
}

function placesInWords(words: readonly Word[], wanted: readonly Wanted[]): Found {
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

function stands(words: readonly Word[], at: number, { words: row, isBeginning }: Wanted): boolean {
  return row.every((wanted, step) => {
    const word = words[at + step]?.word ?? '';
    return word === wanted || (isBeginning && word.startsWith(wanted));
  });
}
