import { isPair, stemOf, wordsOf } from '#science/text';
import { type FacetKind, quoted } from './lexemes.ts';
import type { Term } from './parse-search.ts';

/** Operators that ask the words of a conversation, under their name among them. */
const facets: Readonly<Record<string, FacetKind>> = { from: 'f', to: 't', subject: 's', file: 'a' };
/** Shorter words are found as they stand: their beginning is the beginning of too much. */
const shortestBeginning = 4;

/** A term as PostgreSQL's tsquery; null where it holds no word at all. */
export function tsqueryOf(term: Term): string | null {
  const facet = facets[term.operator ?? ''];
  if (facet) return facetQuery(facet, term);
  const found = [...wordsOf(term.value)].map(({ word }) => word);
  const [only] = found;
  if (only === undefined) return null;
  if (term.isPhrase || found.length > 1) return phrase(pairsOnly(found), term);
  if (term.value.endsWith('*')) return `'${quoted(only)}':*`;
  if (isPair(only)) return `'${quoted(only)}':*`;
  const stem = stemOf(only);
  const isWord = /^\p{L}+$/u.test(only) && only.length >= shortestBeginning;
  return isWord ? `'${quoted(stem)}':*` : `'${quoted(only)}'`;
}

/** `from:may` finds Maya; `from:maya@lindqvist.example` asks for all of its words. */
function facetQuery(facet: FacetKind, term: Term): string | null {
  const found = [...wordsOf(term.value)].map(({ word }) => word);
  if (found.length === 0) return null;
  const ending = term.isPhrase ? '' : ':*';
  return found.map((word) => `'${facet}:${quoted(word)}'${ending}`).join(' & ');
}

/** The lone last letter that follows a row of pairs stands for itself alone: the pairs say it already. */
function pairsOnly(words: readonly string[]): readonly string[] {
  return words.filter((word, at) => !(isPair(word) && [...word].length === 1 && at > 0 && isPair(words[at - 1] ?? '')));
}

/** Words in a row; the last may go on unless it stands in quotes. */
function phrase(words: readonly string[], term: Term): string {
  const last = words.at(-1) ?? '';
  const goesOn = !term.isPhrase && !isPair(last) && /^\p{L}{4,}$/u.test(last);
  const row = words.map((word, at) => `'${quoted(word)}'${goesOn && at === words.length - 1 ? ':*' : ''}`);
  return words.length === 1 ? (row[0] ?? '') : `(${row.join(' <-> ')})`;
}
