/** A sentence as it was written, and its words as they are compared. */
export interface Sentence {
  readonly text: string;
  readonly words: readonly string[];
}

const contractions: readonly (readonly [RegExp, string])[] = [
  [/\bcan'?t\b|\bcannot\b/g, 'can not'],
  [/\bwon'?t\b/g, 'will not'],
  [/\bshan't\b/g, 'shall not'],
  [/n't\b/g, ' not'],
  [/\blet's\b/g, 'let us'],
  [/'ll\b/g, ' will'],
  [/'re\b/g, ' are'],
  [/'ve\b/g, ' have'],
  [/'m\b/g, ' am'],
  [/'d\b/g, ' would'],
  [/'s\b/g, ''],
];

/** Small letters, no accents, contractions written out. */
export function plain(text: string): string {
  const small = text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[’‘`´]/g, "'");
  return contractions.reduce((sofar, [from, to]) => sofar.replace(from, to), small);
}

/** The words of a text, in order. */
export function wordsOf(text: string): readonly string[] {
  return plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The sentences of a line; a full stop in "17.30" or "Mr." at most splits one too many. */
export function sentencesOf(line: string): readonly Sentence[] {
  return line
    .split(/(?<=[.!?…])\s+|\n+/u)
    .map((text) => ({ text: text.trim(), words: wordsOf(text) }))
    .filter(({ words }) => words.length > 0);
}

/** Whether two words are the same but for a typing slip; short words must be exact. */
export function isSameWord(written: string, meant: string): boolean {
  if (written === meant) return true;
  if (meant.length >= 4 && written === `${meant}s`) return true;
  if (meant.length < 6 || written[0] !== meant[0]) return false;
  const allowed = meant.length >= 10 ? 2 : 1;
  return Math.abs(written.length - meant.length) <= allowed && distance(written, meant) <= allowed;
}

/** Edits between two words, a swap of neighbours counting as one (optimal string alignment). */
export function distance(one: string, other: string): number {
  const rows: number[][] = [Array.from({ length: other.length + 1 }, (_, column) => column)];
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      let best = Math.min(at(rows, i - 1, j) + 1, (row[j - 1] ?? 0) + 1, at(rows, i - 1, j - 1) + same);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        best = Math.min(best, at(rows, i - 2, j - 2) + 1);
      row.push(best);
    }
    rows.push(row);
  }
  return at(rows, one.length, other.length);
}

function at(rows: readonly (readonly number[])[], i: number, j: number): number {
  return rows[i]?.[j] ?? 0;
}
