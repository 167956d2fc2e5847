import i18next from 'i18next';
import { useCallback } from 'react';
import { initReactI18next, useTranslation } from 'react-i18next';

/** The words of one area: English is the source, other languages are added beside it. */
export interface Words<Keys extends string = string> {
  readonly area: string;
  readonly en: Readonly<Record<Keys, string>>;
}

/** Declares an area's words. `{{name}}` is filled in; `key_one` and `key_other` are chosen by `count`. */
export function words<const Keys extends string>(area: string, en: Readonly<Record<Keys, string>>): Words<Keys> {
  if (!i18next.isInitialized) start();
  i18next.addResourceBundle('en', area, en);
  return { area, en };
}

/** Says a word of an area in the reader's language. */
export type Say<Keys extends string> = (key: Plain<Keys>, values?: Readonly<Record<string, string | number>>) => string;
type Plain<Keys extends string> = Keys extends `${infer Base}_one` | `${infer Base}_other` ? Base : Keys;

/** i18next's own types follow resources declared in one place; ours are declared area by area and checked by `Say`. */
type Translate = (key: string, values: Readonly<Record<string, string | number>>) => string;

/** The words of an area in a component; drawn again when the language changes. */
export function useWords<Keys extends string>(area: Words<Keys>): Say<Keys> {
  const { t } = useTranslation(area.area);
  return useCallback((key, values) => (t as Translate)(key, { ...values }), [t]);
}

/** The same outside a component. */
export function sayer<Keys extends string>(area: Words<Keys>): Say<Keys> {
  return (key, values) => (i18next.t as Translate)(key, { ns: area.area, ...values });
}

/** The language and the direction of the page follow this. */
export async function setLanguage(next: string): Promise<void> {
  await i18next.changeLanguage(next);
}

/** The language the page is in, for formats of dates and numbers. */
export function language(): string {
  return i18next.language;
}

function start(): void {
  void i18next.use(initReactI18next).init({
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
