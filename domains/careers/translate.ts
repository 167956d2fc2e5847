import { field, payNotes, prepare, waysToAdvance, waysToSucceed } from './data/guides.ts';
import { industries } from './data/industries.ts';
import { levels } from './data/skills.ts';
import { spanish } from './data/spanish/index.ts';

/** What came with the program in other languages: each English text with what it is there. */
const phrases: Readonly<Record<string, Readonly<Record<string, string>>>> = { es: spanish };

/** Whether what came with the program is there in a language. */
export function comesIn(lang: string): boolean {
  return lang === 'en' || Object.hasOwn(phrases, lang);
}

/** A text, or all texts within a thing, in a language; what is no text of ours (keys, times, codes) stays as it is. */
export function inTheirWords<T>(thing: T, lang: string): T {
  const known = phrases[lang];
  return known ? (translated(thing, known) as T) : thing;
}

function translated(thing: unknown, known: Readonly<Record<string, string>>): unknown {
  if (typeof thing === 'string') return known[thing] ?? thing;
  if (Array.isArray(thing)) return thing.map((one) => translated(one, known));
  if (typeof thing !== 'object' || thing === null) return thing;
  return Object.fromEntries(Object.entries(thing).map(([name, value]) => [name, translated(value, known)]));
}

const english = { field, payNotes, prepare, waysToAdvance, waysToSucceed, industries, levels };
/** The texts beside the catalogue that nobody edits, in one language. */
export type Guides = typeof english & { readonly lang: string };

/** The guides, industries and levels in a language; in English where they did not come in it. */
export function guidesOf(lang: string): Guides {
  return { ...inTheirWords(english, lang), lang: comesIn(lang) ? lang : 'en' };
}
