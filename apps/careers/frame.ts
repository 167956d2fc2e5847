import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SiteContent, SiteVisit } from '#platform/domain';
import { type Html, html, jsonFacts, page, sheetOf } from '#platform/page';
import { hrefOf } from './visit.ts';
import { languages, type Say, sayerOf } from './words/index.ts';

/** The site's own shapes, after those every page has. */
export const sheet = sheetOf(
  'careers',
  ['frame', 'cards', 'role', 'pages', 'practise', 'marks', 'narrow']
    .map((name) => readFileSync(join(import.meta.dirname, `styles/${name}.css`), 'utf8'))
    .join('\n'),
);

/** A word in the head. */
export interface NavItem {
  readonly path: string;
  readonly label: string;
  readonly order: number;
}

/** What the frame must know beside the page itself. */
export interface FrameParts {
  readonly visit: SiteVisit;
  readonly brandPart: string | null;
  readonly hue: number;
  /** The page below the site's address. */
  readonly path: string;
  readonly nav: readonly NavItem[];
}

/** Draws the site's frame around a page: head, languages, foot, and what search engines and shared links read. */
export function framed(given: SiteContent, parts: FrameParts): string {
  const { visit, hue } = parts;
  const content = given.description ? { ...given, description: shortened(given.description) } : given;
  const say = sayerOf(visit.lang);
  return page({
    title: `${content.title} · ${visit.brand.name}`,
    lang: visit.lang,
    hue,
    ...(content.description ? { description: content.description } : {}),
    isHidden: content.isPrivate === true || (content.status ?? 200) !== 200,
    sheets: [sheet],
    head: headOf(content, parts),
    body: html`<a class="skip" href="#main">${say('skip')}</a>
${topOf(parts, say)}
<main id="main" class="careers">${content.body}</main>
${footOf(parts, say)}`,
  });
}

/** Most characters that a search engine shows. */
const descriptionLimit = 300;

/** A description as long as it is shown, to the end of a word. */
function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= descriptionLimit ? line : `${line.slice(0, descriptionLimit).replace(/\s+\S*$/, '')} …`;
}

/** One address for each page, however it was reached; its other languages; and what a shared link shows. */
function headOf(content: SiteContent, { visit, brandPart, path }: FrameParts): Html {
  const at = (lang: string): string => `${visit.tools.config.publicUrl}${hrefOf(brandPart, lang, path, keptOf(visit))}`;
  return html`<link rel="canonical" href="${at(visit.lang)}">
${Object.keys(languages).map((lang) => html`<link rel="alternate" hreflang="${lang}" href="${at(lang)}">`)}
<link rel="alternate" hreflang="x-default" href="${at('en')}">
<meta property="og:type" content="website">
<meta property="og:site_name" content="${visit.brand.name}">
<meta property="og:title" content="${content.title}">
${content.description && html`<meta property="og:description" content="${content.description}">`}
<meta property="og:url" content="${at(visit.lang)}">
<meta property="og:locale" content="${visit.lang}">
${(content.facts ?? []).map(jsonFacts)}`;
}

/** The place changes what a page says, so it is part of its address. */
function keptOf(visit: SiteVisit): Record<string, string | null> {
  return { place: visit.place };
}

function topOf(parts: FrameParts, say: Say): Html {
  const { visit, nav, path } = parts;
  const initial = [...visit.brand.name.trim()][0]?.toUpperCase() ?? '';
  return html`<header class="top bar"><nav class="wrap wide" aria-label="${say('siteNav')}">
<a class="name" href="${visit.href('/')}"><span class="initial" aria-hidden="true">${initial}</span><b>${say('careers')}</b><span class="of" dir="auto">${visit.brand.name}</span></a>
<span class="links">${nav.map((item) => html`<a href="${visit.href(item.path)}"${isAt(path, item.path) && html` aria-current="page"`}>${item.label}</a>`)}</span>
${othersOf(parts)}<form class="find" role="search" action="${visit.href('/search', { place: null })}" method="get"><label class="hid" for="find">${say('searchLabel')}</label><input id="find" name="q" type="search" maxlength="100" placeholder="${say('search')}" autocomplete="off">${visit.place && html`<input type="hidden" name="place" value="${visit.place}">`}</form>
</nav></header>`;
}

/** The same page in the other languages, in the head: who cannot read this one looks there. */
function othersOf({ visit, brandPart, path }: FrameParts): Html {
  const others = Object.entries(languages).filter(([lang]) => lang !== visit.lang);
  return html`<span class="langs">${others.map(([lang, label]) => html`<a href="${hrefOf(brandPart, lang, path, keptOf(visit))}" lang="${lang}" hreflang="${lang}">${label}</a>`)}</span>`;
}

function isAt(path: string, item: string): boolean {
  return item === '/' ? path === '/' : path === item || path.startsWith(`${item}/`);
}

function footOf({ visit, brandPart, path }: FrameParts, say: Say): Html {
  return html`<footer class="foot"><div class="wrap wide ends">
<nav aria-label="${say('language')}" class="langs">${Object.entries(languages).map(([lang, label]) => html`<a href="${hrefOf(brandPart, lang, path, keptOf(visit))}" lang="${lang}" hreflang="${lang}"${lang === visit.lang && html` aria-current="true"`}>${label}</a>`)}</nav>
<nav aria-label="${say('more')}" class="langs">${(['questions', 'places', 'sources'] as const).map((word) => html`<a href="${visit.href(`/${word}`)}">${word === 'sources' ? say('sourcesAll') : say(word)}</a>`)}</nav>
<span>${say('served')}</span></div></footer>`;
}
