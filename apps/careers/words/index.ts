import { en, type FrameWord } from './en.ts';
import { es } from './es.ts';

/** The languages the site's frame is translated to: a file here and a line below is a language more. */
const frames: Readonly<Record<string, Readonly<Record<FrameWord, string>>>> = { en, es };

/** Every language of the site, as its own speakers call it. */
export const languages: Readonly<Record<string, string>> = { en: 'English', es: 'Español' };

/** Says a word of the frame. */
export type Say = (word: FrameWord, values?: Readonly<Record<string, string | number>>) => string;

/** The words of a language; English where it has none. */
export function sayerOf(lang: string): Say {
  const words = frames[lang] ?? en;
  return (word, values = {}) =>
    words[word].replace(/\{\{(\w+)\}\}/g, (_all, name: string) => String(values[name] ?? ''));
}
