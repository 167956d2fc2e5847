import { isSameWord } from './words.ts';

/** Most words that a `*` may stand for. */
const gapWords = 4;

/** A phrase, ready to be looked for: each place allows some words, or is a gap. */
export type Phrase = readonly (readonly string[] | '*')[];

/** "i will|shall * back": `|` between words of one place, `*` for up to four words. */
export function phraseOf(written: string): Phrase {
  return written.split(' ').map((place) => (place === '*' ? '*' : place.split('|')));
}

/** Where a phrase stands among words: from and to (exclusive); null where it does not. */
export function findPhrase(words: readonly string[], phrase: Phrase): readonly [number, number] | null {
  for (let from = 0; from < words.length; from += 1) {
    const to = endOf(words, phrase, from, 0);
    if (to !== null) return [from, to];
  }
  return null;
}

function endOf(words: readonly string[], phrase: Phrase, from: number, place: number): number | null {
  const wanted = phrase[place];
  if (wanted === undefined) return from;
  if (wanted === '*') {
    for (let gap = 0; gap <= gapWords; gap += 1) {
      const to = endOf(words, phrase, from + gap, place + 1);
      if (to !== null) return to;
    }
    return null;
  }
  const word = words[from];
  if (word === undefined || !wanted.some((one) => isSameWord(word, one))) return null;
  return endOf(words, phrase, from + 1, place + 1);
}
