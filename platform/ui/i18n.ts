import i18next from 'i18next';
import { useSyncExternalStore } from 'react';

/** The words of one area: English is the source, other languages are added beside it. */
export interface Words<Keys extends string = string, Area extends string = string> {
  readonly area: Area;
  readonly en: Readonly<Record<Keys, string>>;
}

/** Declares an area's words. `{{name}}` is filled in; `key_one` and `key_other` are chosen by `count`. */
export function words<const Area extends string, const Keys extends string>(
  area: Area,
  en: Readonly<Record<Keys, string>>,
): Words<Keys, Area> {
  if (!i18next.isInitialized) start();
  i18next.addResourceBundle('en', area, en);
  return { area, en };
}

/** An area in another language. */
export interface Translation {
  readonly area: string;
  readonly words: Readonly<Record<string, string>>;
}

/**
 * What a translation of these words has to hold: the same keys, none missing and none more. Whatever is counted is said
 * for each number that the language tells apart: beside one and other, Spanish has a form for whole millions.
 */
export interface Spanish<W extends Words> extends Translation {
  readonly area: W['area'];
  readonly words: Readonly<Record<keyof W['en'] | Many<keyof W['en']>, string>>;
}
type Many<Keys> = Keys extends `${infer Base}_one` ? `${Base}_many` : never;

/** Says a word of an area in the reader's language. */
export type Say<Keys extends string> = (key: Plain<Keys>, values?: Readonly<Record<string, string | number>>) => string;
type Plain<Keys extends string> = Keys extends `${infer Base}_one` | `${infer Base}_other` ? Base : Keys;

/** i18next's own types follow resources declared in one place; ours are declared area by area and checked by `Say`. */
type Translate = (key: string, values: Readonly<Record<string, string | number>>) => string;

/** The words of an area in a component; drawn again when the language changes. */
export function useWords<Keys extends string>(area: Words<Keys>): Say<Keys> {
  const now = useSyncExternalStore(subscribe, language);
  let said = sayers.get(area);
  if (said?.language !== now) {
    said = { language: now, say: plainly(sayer(area as Words)) };
    sayers.set(area, said);
  }
  return said.say as Say<Keys>;
}

/** One sayer an area and language: a row of a list asks for some twenty words, and there are many rows. */
const sayers = new WeakMap<Words, { readonly language: string; readonly say: Say<string> }>();

/** Words that nothing is filled into are looked up once. */
function plainly(say: Say<string>): Say<string> {
  const plain = new Map<string, string>();
  return (key, values) => {
    if (values !== undefined) return say(key, values);
    const known = plain.get(key) ?? say(key);
    plain.set(key, known);
    return known;
  };
}

function subscribe(listener: () => void): () => void {
  i18next.on('languageChanged', listener);
  return () => i18next.off('languageChanged', listener);
}

/** The same outside a component. */
export function sayer<Keys extends string>(area: Words<Keys>): Say<Keys> {
  return (key, values) => (i18next.t as Translate)(key, { ns: area.area, ...values });
}

/** Speaks a language, whose words are brought along; what they do not hold is said in English. */
export async function setLanguage(next: string, spoken: readonly Translation[] = []): Promise<void> {
  if (!i18next.isInitialized) start();
  for (const one of spoken) i18next.addResourceBundle(next, one.area, one.words);
  await i18next.changeLanguage(next);
}

/** Hands over the English words of each area, also of those that come later with their page. */
export function eachArea(hear: (area: string, en: Readonly<Record<string, string>>) => Translation): void {
  const into = (area: string): void => {
    const { words: made } = hear(area, i18next.getResourceBundle('en', area) as Record<string, string>);
    i18next.addResourceBundle(language(), area, made);
  };
  for (const area of Object.keys(i18next.store.data['en'] ?? {})) into(area);
  i18next.store.on('added', (of: string, area: string) => {
    if (of === 'en') into(area);
  });
}

/** The language the page is in, in a component: drawn anew when it changes. */
export function useLanguage(): string {
  return useSyncExternalStore(subscribe, language);
}

/** The language the page is in, for formats of dates and numbers. */
export function language(): string {
  return i18next.language;
}

function start(): void {
  void i18next.init({
    lng: 'en',
    fallbackLng: 'en',
    resources: {},
    // React escapes; escaping twice would show `&amp;` in a subject.
    interpolation: { escapeValue: false },
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
  });
}
