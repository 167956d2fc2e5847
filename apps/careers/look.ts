import type { Catalogue } from '#domains/careers';
import { type Careers, careersOf, sourceOf } from '#domains/careers';
import type { PayRangeView } from '#domains/careers/contract';
import type { SiteAnswer, SitePage, SitePiece, SiteVisit } from '#platform/domain';
import { type Html, html } from '#platform/page';
import { type Say, sayerOf } from './words/index.ts';

/** A text with where it comes from. */
export interface SaidText {
  readonly says: string;
  readonly source: string;
}

/** What every page of the site draws with. */
export interface Look {
  readonly visit: SiteVisit;
  readonly say: Say;
  readonly catalogue: Catalogue;
  readonly pay: readonly PayRangeView[];
  readonly titles: Careers['titles'];
  /** A text with the number of its source; the foot of the page says what each number is. */
  said(text: SaidText, lang?: string): Html;
  /** The number of a source alone, for a figure. */
  ref(source: string): Html;
  /** The list of the sources that this page named. */
  sources(): Html;
  /** Parts that domains bring, drawn once for all subjects. */
  pieces(on: string, subjects: readonly string[]): Promise<ReadonlyMap<string, Html>>;
}

/** A page of the site from a drawing: the catalogue of the visitor's language and what is known of pay come with it. */
export function drawn(
  page: Omit<SitePage, 'site' | 'method' | 'answer'> & { readonly method?: SitePage['method'] },
  draw: (look: Look) => SiteAnswer | Promise<SiteAnswer>,
): SitePage {
  return {
    site: 'careers',
    method: 'GET',
    ...page,
    async answer(visit) {
      const known = await visit.tools.read({ workspaceId: visit.workspaceId }, (ctx) => careersOf(ctx, visit.lang));
      return draw(lookOf(visit, known));
    },
  };
}

function lookOf(visit: SiteVisit, { catalogue, pay, titles }: Careers): Look {
  const say = sayerOf(visit.lang);
  const named: string[] = [];
  const ref = (source: string): Html => {
    if (!named.includes(source)) named.push(source);
    const number = named.indexOf(source) + 1;
    const label = say('ref', { number, source: sourceOf(source).title });
    return html`<sup class="ref"><a href="#source-${number}" aria-label="${label}">${number}</a></sup>`;
  };
  return {
    visit,
    say,
    catalogue,
    pay,
    titles,
    ref,
    said: (text, lang) =>
      html`<span data-source="${text.source}"${inLang(visit, lang)}>${text.says}</span>${ref(text.source)}`,
    sources: () => sourceList(visit, say, named),
    pieces: (on, subjects) => drawPieces(visit, on, subjects),
  };
}

/** Says the language of a text where it is not the page's own. */
export function inLang(visit: SiteVisit, lang: string | undefined): Html | false {
  return lang !== undefined && lang !== visit.lang && html` lang="${lang}" dir="auto"`;
}

function sourceList(visit: SiteVisit, say: Say, named: readonly string[]): Html {
  return html`<section class="box" aria-labelledby="sources"><h2 id="sources">${say('sources')}</h2><ol class="srcs">${named.map(
    (key, index) => {
      const { title, year, says, url } = sourceOf(key, visit.lang);
      return html`<li id="source-${index + 1}">${index + 1}. <b lang="en">${url ? html`<a href="${url}" rel="noopener">${title}</a>` : title}</b>${year && !title.includes(String(year)) && html`, ${year}`}${says && html`. ${says}`}</li>`;
    },
  )}</ol></section>`;
}

async function drawPieces(
  visit: SiteVisit,
  on: string,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, Html>> {
  const pieces: readonly SitePiece[] = visit.tools.house.domains
    .flatMap((domain) => domain.sitePieces ?? [])
    .filter((piece) => piece.site === 'careers' && piece.on === on)
    .toSorted((one, other) => one.order - other.order);
  const drawnBy = await Promise.all(pieces.map((piece) => piece.draw(visit, subjects)));
  return new Map(
    subjects.flatMap((subject) => {
      const parts = drawnBy.flatMap((drawnFor) => drawnFor.get(subject) ?? []);
      return parts.length > 0 ? [[subject, html`${parts}`] as const] : [];
    }),
  );
}

/** "$38,500–48,500": whole units, in the reader's way of writing numbers. */
export function rangeOf({ lowMinor, highMinor, currency }: PayRangeView, lang: string): string {
  const digits =
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  const [low, high] = [lowMinor / 10 ** digits, highMinor / 10 ** digits];
  const whole = Number.isInteger(low) && Number.isInteger(high) ? 0 : digits;
  const options = {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: whole,
    maximumFractionDigits: whole,
  } as const;
  const first = new Intl.NumberFormat(lang === 'en' ? 'en-US' : lang, options);
  if (low === high) return first.format(low);
  const plain = new Intl.NumberFormat(lang === 'en' ? 'en-US' : lang, {
    minimumFractionDigits: whole,
    maximumFractionDigits: whole,
  });
  return lang === 'en' ? `${first.format(low)}–${plain.format(high)}` : `${plain.format(low)}–${first.format(high)}`;
}

/** Five steps, filled to the level; and, hatched, what is still needed. */
export function five(say: Say, level: number, have = level): Html {
  return html`<span class="five" role="img" aria-label="${say('level', { level })}">${[1, 2, 3, 4, 5].map((step) => html`<i class="${shapeOf(step, level, have)}"></i>`)}</span>`;
}

function shapeOf(step: number, level: number, have: number): string {
  if (step <= have) return 'f';
  return step <= level ? 'need' : '';
}
