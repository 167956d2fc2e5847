import type { Page, Response } from 'playwright-core';

/** What a page was told by the server since it was last asked: names, words of customers, what a workspace calls its things. */
export function dataOf(page: Page): () => Promise<string> {
  const told: string[] = [];
  let coming: Promise<unknown>[] = [];
  const take = (value: unknown): void => {
    if (typeof value === 'string') told.push(value.toLowerCase());
    else if (Array.isArray(value)) value.forEach(take);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(take);
  };
  page.on('response', (response: Response) => {
    if (response.url().includes('/api/')) coming.push(response.json().then(take, () => undefined));
  });
  return async () => {
    await Promise.all(coming);
    coming = [];
    return told.splice(0).join('\n');
  };
}

/** What a page shows outside the brackets of the made-up language, although nobody told it so, and what is cut off. */
export async function untranslated(page: Page, data: string): Promise<string[]> {
  const { texts, cut } = await page.evaluate<{ texts: string[]; cut: string[] }>(readPage);
  const days = namesOfDays();
  const isKnown = (piece: string): boolean =>
    piece === '' ||
    data.includes(piece) ||
    (piece.match(/\p{L}{3,}/gu) ?? []).every((word) => days.has(word) || notWords.includes(word));
  const strays = texts.filter((text) => {
    const rest = outside(text).trim().toLowerCase();
    const pieces = rest.replaceAll(/\b[a-z]+:\S+/gu, ' ').split(/[·(),:#\d\n“”«»"|/<>]+/u);
    return !isKnown(rest) && pieces.some((piece) => !isKnown(piece.replace(/[.?!…\s]+$/u, '').trim()));
  });
  return [...new Set([...strays.map((text) => `not translated: ${text}`), ...cut.map((text) => `cut off: ${text}`)])];
}

/** Names of keys, and of the languages themselves; operators of the search are no words. */
const notWords = ['ctrl', 'shift', 'enter', 'esc', 'alt', 'english', 'español', 'rapport'];

/** What stands in no brackets; what is filled in may be in brackets of its own. */
function outside(text: string): string {
  let rest = text;
  for (let before = ''; before !== rest; ) {
    before = rest;
    rest = rest.replaceAll(/\[[^[\]]*\]/gu, ' ');
  }
  return rest;
}

/** Dates are made by the platform for a language, and for a made-up one in English. */
function namesOfDays(): ReadonlySet<string> {
  const days = Array.from({ length: 366 }, (_, day) => new Date(Date.UTC(2026, 0, 1 + day)));
  const names = (['short', 'long'] as const).flatMap((length) =>
    days.flatMap((day) =>
      new Intl.DateTimeFormat('en', { weekday: length, month: length }).formatToParts(day).map(({ value }) => value),
    ),
  );
  return new Set([...names, 'utc', 'sept'].map((name) => name.toLowerCase()));
}

/** Runs in the page, so it is told as text: the tests know no document. */
const readPage = `(() => {
  const texts = [], cut = [];
  for (const element of document.body.querySelectorAll('*')) {
    if (element.closest('kbd, code, script, style, noscript, svg, iframe, [lang]:not(html)') !== null) continue;
    if (!element.checkVisibility({ visibilityProperty: true })) continue;
    for (const name of ['aria-label', 'placeholder', 'title', 'alt']) texts.push(element.getAttribute(name) ?? '');
    const own = [...element.childNodes].filter((node) => node.nodeType === 3);
    const text = own.map((node) => node.textContent).join('').trim();
    if (text === '') continue;
    texts.push(text);
    const style = getComputedStyle(element);
    const hides = style.overflowX === 'hidden' || style.overflowX === 'clip';
    const isForReaders = element.clientWidth <= 1 || style.clipPath !== 'none';
    if (hides && !isForReaders && style.textOverflow !== 'ellipsis' && element.scrollWidth > element.clientWidth + 1)
      cut.push(text);
  }
  const { scrollWidth } = document.documentElement;
  if (scrollWidth > innerWidth + 1) cut.push('the page is ' + scrollWidth + ' wide');
  return { texts: texts.filter((text) => text.trim() !== ''), cut };
})()`;
