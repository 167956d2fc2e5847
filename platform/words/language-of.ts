/** The languages that the server has words in. English is the source; a made-up one is for who looks for bare words. */
export const servedLanguages = ['en', 'es'] as const;
export type ServedLanguage = (typeof servedLanguages)[number];

/** Longest header that is read, and most languages looked at in it. */
const headerCharacters = 400;
const wishes = 20;
const madeUp = /^en-X[AB]$/iu;

/** The language to answer in: the most wished one of an `Accept-Language` header, or a single locale, that we speak. */
export function languageOf(wished: string | null | undefined): string {
  const asked = (wished ?? '')
    .slice(0, headerCharacters)
    .split(',', wishes)
    .map((part, place) => {
      const [tag = '', ...rest] = part.trim().split(';');
      const weight = rest.map((one) => /^\s*q=([\d.]+)\s*$/u.exec(one)?.[1]).find((one) => one !== undefined);
      return { tag: tag.trim(), weight: weight === undefined ? 1 : Number(weight), place };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || a.place - b.place);
  for (const { tag } of asked) {
    if (madeUp.test(tag)) return `en-${tag.slice(3).toUpperCase()}`;
    const base = tag.toLowerCase().split('-')[0];
    const spoken = servedLanguages.find((one) => one === base);
    if (spoken) return spoken;
  }
  return 'en';
}
