import type { Language } from './language.ts';
import { findPhrase, type Phrase, phraseOf } from './phrases.ts';
import { plain, type Sentence, sentencesOf, wordsOf } from './words.ts';

/** What a line does, each thing with the sentence that shows it. */
export interface Heard {
  readonly acts: ReadonlyMap<string, string>;
  /** A time somebody can be held to, as it was written. */
  readonly time: string | null;
  /** The customer's own words that come back, those that carry a matter. */
  readonly echoes: readonly string[];
  readonly isQuestion: boolean;
  /** False for a list of words: it is heard, but earns nothing. */
  readonly isSentence: boolean;
  readonly wordCount: number;
}

/** What is listened for: a language's phrases with those of a scenario. */
export interface Ears {
  readonly language: Language;
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>;
}

/** Acts that a "not" before them does not undo. */
const standsNegated = new Set(['refuse', 'rude', 'blame', 'dismiss', 'acknowledge', 'apologise']);
/** A "not" this many words before a phrase still belongs to it. */
const negationReach = 3;
/** Below this share of small words, a longer line is a list and not a sentence. */
const smallShare = 0.22;
const listFromWords = 5;

/** Ears for one language and one scenario's own phrases. */
export function earsFor(language: Language, own: Readonly<Record<string, readonly string[]>>): Ears {
  const phrases = new Map<string, readonly Phrase[]>();
  for (const [act, written] of [...Object.entries(language.phrases), ...Object.entries(own)])
    phrases.set(act, [...(phrases.get(act) ?? []), ...written.map(phraseOf)]);
  return { language, phrases };
}

/** What a line does, heard after the customer's last words. */
export function understand(ears: Ears, line: string, customerSaid: string): Heard {
  const { language } = ears;
  const sentences = sentencesOf(line);
  const words = sentences.flatMap((sentence) => sentence.words);
  const found = new Map<string, string>();
  for (const sentence of sentences) for (const act of actsIn(ears, sentence)) keepFirst(found, act, sentence.text);
  const time = firstTime(language, sentences);
  if (time) keepFirst(found, 'time', time.sentence);
  const vague = sentences.find(({ text }) => language.vagueTimes.some((one) => one.test(plain(text))));
  if (vague && !time) keepFirst(found, 'vagueTime', vague.text);
  const question = sentences.find((sentence) => asks(language, sentence));
  if (question) keepFirst(found, 'ask', question.text);
  return {
    acts: found,
    time: time?.words ?? null,
    echoes: echoesOf(language, words, wordsOf(customerSaid)),
    isQuestion: question !== undefined,
    isSentence: isSentence(language, words),
    wordCount: words.length,
  };
}

function actsIn({ language, phrases }: Ears, { words }: Sentence): readonly string[] {
  const acts: string[] = [];
  for (const [act, list] of phrases) {
    const isThere = list.some((phrase) => {
      const place = findPhrase(words, phrase);
      const isItselfNo = phrase.some((one) => one !== '*' && one.some((word) => language.negations.includes(word)));
      return place !== null && (isItselfNo || standsNegated.has(act) || !isNegated(language, words, place));
    });
    if (isThere) acts.push(act);
  }
  return acts;
}

function isNegated(language: Language, words: readonly string[], [from, to]: readonly [number, number]): boolean {
  const around = [...words.slice(Math.max(0, from - negationReach), to), words[to] ?? ''];
  return around.some((word) => language.negations.includes(word));
}

function firstTime(language: Language, sentences: readonly Sentence[]): { words: string; sentence: string } | null {
  for (const { text } of sentences) {
    const written = plain(text);
    for (const time of language.times) {
      const [words] = time.exec(written) ?? [];
      if (words !== undefined) return { words: asWritten(text, words.trim()), sentence: text };
    }
  }
  return null;
}

/** The words with the capitals they were written in, where they stand there as they are. */
function asWritten(text: string, words: string): string {
  const from = text.toLowerCase().indexOf(words);
  return from === -1 ? words : text.slice(from, from + words.length);
}

function asks(language: Language, { text, words }: Sentence): boolean {
  return text.endsWith('?') || (words.length > 3 && language.questions.includes(words[0] ?? '') && !text.endsWith('.'));
}

function echoesOf(language: Language, own: readonly string[], theirs: readonly string[]): readonly string[] {
  const matters = new Set(theirs.filter((word) => (word.length >= 4 || /\d/.test(word)) && !language.small.has(word)));
  return [...new Set(own)].filter((word) => matters.has(word) || (word.length > 5 && matters.has(word.slice(0, -1))));
}

function isSentence(language: Language, words: readonly string[]): boolean {
  if (words.length < listFromWords) return true;
  return words.filter((word) => language.small.has(word)).length / words.length >= smallShare;
}

function keepFirst(found: Map<string, string>, act: string, sentence: string): void {
  if (!found.has(act)) found.set(act, sentence);
}
