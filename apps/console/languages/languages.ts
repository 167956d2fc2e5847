import { language, setLanguage, type Translation } from '#platform/ui';

/** The languages that the console speaks, each by its own name. */
export const languages = [
  { id: 'en', name: 'English' },
  { id: 'es', name: 'Español' },
] as const;
export type LanguageId = (typeof languages)[number]['id'];

const storageKey = 'rapport.language';
/** A tab that a developer looks at in a made-up language: en-XA is longer and accented, en-XB runs from right to left. */
const pseudoKey = 'rapport.pseudo';
const rightToLeft: readonly string[] = ['en-XB'];

/** English is there already; every other language is fetched when somebody reads it. */
const spoken: Readonly<Record<string, () => Promise<readonly Translation[]>>> = {
  en: () => Promise.resolve([]),
  es: async () => (await import('./es.ts')).spanish(),
};

/** Speaks the language this page begins in: the one that was read here last, or the first of the browser's we know. */
export async function beginLanguage(): Promise<void> {
  const pseudo = pseudoAsked();
  if (pseudo !== null) {
    await setLanguage(pseudo);
    (await import('./pseudo.ts')).speakPseudo(pseudo);
    draw();
    return;
  }
  const wished = [localStorage.getItem(storageKey), ...navigator.languages];
  await speak(wished.map((one) => known(one)).find((one) => one !== undefined) ?? 'en');
}

/** Speaks a teammate's own language, on whichever device they are; what we do not speak changes nothing. */
export async function speakTo(locale: string): Promise<void> {
  const next = known(locale);
  if (next === undefined || pseudoAsked() !== null) return;
  localStorage.setItem(storageKey, next);
  await speak(next);
}

/** Whether this page is drawn as a teammate of that locale reads it, or there is no other way to draw it. */
export function speaks(locale: string): boolean {
  const wished = known(locale);
  return wished === undefined || wished === language() || pseudoAsked() !== null;
}

/** Our language for a locale: `es-MX` is read in `es`. */
export function known(locale: string | null): LanguageId | undefined {
  const base = locale?.toLowerCase().split('-')[0];
  return languages.find(({ id }) => id === base)?.id;
}

async function speak(next: LanguageId): Promise<void> {
  if (next !== language()) {
    // without a connection a language that was never fetched cannot be read: it stays as it is
    const words = await spoken[next]?.().catch(() => undefined);
    if (words !== undefined) await setLanguage(next, words);
  }
  draw();
}

function draw(): void {
  document.documentElement.lang = language();
  if (rightToLeft.includes(language())) document.documentElement.dir = 'rtl';
}

function pseudoAsked(): string | null {
  const asked = new URLSearchParams(location.search).get('language');
  if (asked !== null && /^en-X[AB]$/u.test(asked)) sessionStorage.setItem(pseudoKey, asked);
  else if (asked !== null) sessionStorage.removeItem(pseudoKey);
  return sessionStorage.getItem(pseudoKey);
}
