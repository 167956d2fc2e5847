import { type Html, html } from './html.ts';
import { fontFile, type PageFile, styleSheet } from './page-files.ts';

/** What a server-rendered page is made of. */
export interface PageParts {
  readonly title: string;
  /** The language its words are in, as a locale: it also says from which side they are read. */
  readonly lang: string;
  readonly body: Html;
  readonly description?: string;
  /** Whose page it is: the hue of a brand colours its head. */
  readonly hue?: number;
  /** Not for search engines: frames and pages of reference. */
  readonly isHidden?: boolean;
  /** A script of ours, by its path; the page reads without it. */
  readonly script?: string;
  /** Sheets of the front itself, after the shared one. */
  readonly sheets?: readonly PageFile[];
  /** More for the head: what search engines and shared links read. */
  readonly head?: Html;
}

const rightToLeft = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ks', 'ps', 'sd', 'ug', 'ur', 'yi']);

/** From which side a language is read. */
export function directionOf(locale: string): 'ltr' | 'rtl' {
  return rightToLeft.has(locale.toLowerCase().split(/[-_]/)[0] ?? '') ? 'rtl' : 'ltr';
}

/** A whole page over our tokens: light and dark as the system says, from the side its language is read, without script. */
export function page(parts: PageParts): string {
  const { title, lang, body, description, hue, isHidden, script, sheets = [], head } = parts;
  return html`<!doctype html>
<html lang="${lang}" dir="${directionOf(lang)}"${hue === undefined ? null : html` style="--hue:${hue}"`}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
${description && html`<meta name="description" content="${description}">`}
${isHidden && html`<meta name="robots" content="noindex">`}
<link rel="icon" href="${iconHref}" type="image/svg+xml">
${fontFile && html`<link rel="preload" href="${fontFile.path}" as="font" type="font/woff2" crossorigin>`}
<link rel="stylesheet" href="${styleSheet.path}">
${sheets.map(({ path }) => html`<link rel="stylesheet" href="${path}">`)}
${head}
${script && html`<script src="${script}" defer></script>`}
</head>
<body>
${body}
</body>
</html>
`.html;
}

/** The first letter of a name, for the round or square that stands for whose page it is. */
export function initialOf(name: string): string {
  return [...name.trim()][0]?.toUpperCase() ?? '';
}

/** Two circles; what they share is apricot. */
export const mark: Html = html`<svg class="mark" viewBox="0 0 32 32" width="28" height="28" aria-hidden="true"><rect width="32" height="32" rx="7" fill="#0A2F27"/><g fill="none" stroke="#fff" stroke-width="2.4"><circle cx="12.4" cy="16" r="7.6"/><circle cx="19.6" cy="16" r="7.6"/></g><path d="M16 10a7 7 0 0 1 0 12a7 7 0 0 1 0-12z" fill="#EC8F4C"/></svg>`;
const iconHref = `data:image/svg+xml,${encodeURIComponent(mark.html.replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" '))}`;
