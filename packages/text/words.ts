/** One word with where it stands in the text it was read from. */
export interface Word {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** Longer "words" are codes and base64: their beginning is enough to find them by. */
export const longestWordLetters = 60;

/** Scripts that write no spaces between words, or (Hangul) hang particles on them. */
const unspaced =
  '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Hangul}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}ー々〆';
const runs = new RegExp(`(?<pairs>[${unspaced}]+)|[[\\p{L}\\p{N}\\p{M}]--[${unspaced}]]+`, 'gv');
/** Accents of Latin, Greek and Cyrillic, Hebrew's points, Arabic's vowel signs and its stretching stroke. */
const marks = /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670\u0640]/g;
/** Letters that no decomposition takes apart. */
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
};
/** Most texts are plain: their words are met without asking Unicode of every letter. */
const plain = /^[\t\n\r -~]*$/;
const plainRuns = /[a-z0-9]+/gi;

/** Whether a text holds nothing but the signs of ASCII. */
export function isPlain(text: string): boolean {
  return plain.test(text);
}

/** A word as it is compared: without case, accents, width. */
export function fold(text: string): string {
  if (isPlain(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(marks, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(marks, '')
    .replace(/[ßæœøđðłþıħ]/g, (letter) => letters[letter] ?? letter);
}

/** The words of a text in their order, folded; scripts without spaces as overlapping pairs of letters. */
export function* wordsOf(text: string): Generator<Word> {
  if (isPlain(text)) {
    yield* plainWordsOf(text);
    return;
  }
  for (const match of text.matchAll(runs)) {
    const run = match[0];
    if (match.groups?.['pairs'] !== undefined) yield* pairsOf(run, match.index);
    else {
      const word = fold(run).slice(0, longestWordLetters);
      if (word !== '') yield { word, start: match.index, end: match.index + run.length };
    }
  }
}

function* plainWordsOf(text: string): Generator<Word> {
  for (const match of text.matchAll(plainRuns)) {
    const run = match[0];
    yield { word: run.toLowerCase().slice(0, longestWordLetters), start: match.index, end: match.index + run.length };
  }
}

/** `東京都` is 東京, 京都, 都: the last letter alone, so that one letter is found as a beginning, wherever it stands. */
function* pairsOf(run: string, offset: number): Generator<Word> {
  const signs = [...run];
  let start = offset;
  for (const [at, sign] of signs.entries()) {
    const next = signs[at + 1] ?? '';
    yield { word: fold(sign + next), start, end: start + sign.length + next.length };
    start += sign.length;
  }
}

/** Whether a word is a pair of a script without spaces: such pairs mean something only in a row. */
export function isPair(word: string): boolean {
  return pair.test(word);
}

const pair = new RegExp(`^[${unspaced}]`, 'v');

/** Fewest letters that a beginning must have left to mean something. */
const shortestStemLetters = 4;

/** A word without the ending of a plural or a genitive: `orders` → `order`. Words with digits and short ones stay whole. */
export function stemOf(word: string): string {
  if (/\p{N}/u.test(word) || word.length <= shortestStemLetters) return word;
  return /[^s]s$/.test(word) ? word.slice(0, -1) : word;
}
