import { lengthened, mirrored } from '#science/text';

/**
 * Sentences in another language, by their English. `{{name}}` stands for what is filled in: a name, a number, what a mail
 * host answered.
 */
export type Phrases = Readonly<Record<string, string>>;
/** Phrases by language, as a domain brings them. */
export interface Said {
  readonly es: Phrases;
}
/** Says an English sentence of ours in a language; what nobody translated stays as it is. */
export type Say = (language: string, english: string, values?: Readonly<Record<string, string | number>>) => string;

interface Pattern {
  readonly form: RegExp;
  readonly names: readonly string[];
  readonly said: string;
}
interface Book {
  readonly exact: ReadonlyMap<string, string>;
  readonly patterns: readonly Pattern[];
}

/** Longest text that is looked up; a longer one is nobody's sentence. */
const longest = 1_000;
/** Longest text that is held against the forms; each is tried. */
const longestFilled = 600;
const gap = /\{\{(\w+)\}\}/gu;

/**
 * Gathers the phrases of all domains. Where a sentence comes with its values filled in, as it was kept by a job, it is
 * known again by its form.
 */
export function createSay(all: readonly Said[]): Say {
  const books = new Map<string, Book>([['es', bookOf(all.map(({ es }) => es))]]);
  return (language, english, values) => {
    if (language === 'en-XA') return lengthened(fill(english, values));
    if (language === 'en-XB') return mirrored(fill(english, values));
    const book = books.get(language);
    if (!book || english.length > longest) return fill(english, values);
    if (values) return fill(book.exact.get(english) ?? english, values);
    return sentence(book, english) ?? pair(book, english) ?? english;
  };
}

function bookOf(phrases: readonly Phrases[]): Book {
  const exact = new Map(phrases.flatMap((one) => Object.entries(one)));
  const patterns = [...exact]
    .filter(([english]) => english.includes('{{'))
    .map(([english, said]) => patternOf(english, said));
  // the form with the most words of its own is the surest
  return { exact, patterns: patterns.sort((a, b) => b.form.source.length - a.form.source.length) };
}

function patternOf(english: string, said: string): Pattern {
  const parts = english.split(/\{\{\w+\}\}/u).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`));
  const names = [...english.matchAll(gap)].map(([, name = '']) => name);
  return { form: new RegExp(`^${parts.join('([^]+?)')}$`, 'u'), names, said };
}

function sentence(book: Book, english: string): string | undefined {
  return book.exact.get(english) ?? byForm(book, english);
}

/** What was filled in may be a sentence of ours itself: "Sign in again. The mail host took too long to answer." */
function byForm(book: Book, english: string): string | undefined {
  if (english.length > longestFilled) return undefined;
  for (const { form, names, said } of book.patterns) {
    const found = form.exec(english);
    if (!found) continue;
    const values = names.map((name, place) => {
      const value = found[place + 1] ?? '';
      const inner = value.endsWith('.') ? sentence(book, value) : book.exact.get(value);
      return [name, inner ?? value] as const;
    });
    return fill(said, Object.fromEntries(values));
  }
  return undefined;
}

/** A refusal as a job kept it is its title and what to do, joined. */
function pair(book: Book, english: string): string | undefined {
  for (let at = english.indexOf('. '); at !== -1; at = english.indexOf('. ', at + 1)) {
    const [first, second] = [english.slice(0, at), english.slice(at + 2)].map((part) => sentence(book, part));
    if (first !== undefined && second !== undefined) return `${first}. ${second}`;
  }
  return undefined;
}

function fill(text: string, values: Readonly<Record<string, string | number>> | undefined): string {
  return values ? text.replaceAll(gap, (whole, name: string) => String(values[name] ?? whole)) : text;
}
