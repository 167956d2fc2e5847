import { language } from './i18n.ts';

/** A language in the reader's own: `sv` as "Swedish". What is no language stays as it is. */
export function languageNameOf(locale: string): string {
  try {
    return new Intl.DisplayNames([language()], { type: 'language' }).of(locale) ?? locale;
  } catch {
    return locale;
  }
}
