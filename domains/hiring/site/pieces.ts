import type { SitePiece, SiteVisit } from '#platform/domain';
import { type Html, html } from '#platform/page';
import { drawList, drawPay, drawTerms, type ShownOpening } from './draw-opening.ts';
import { drawOutside, drawSource, drawWhere, isOutsideFor, outsideHere, type ShownOutside } from './draw-outside.ts';
import { isFor, openHere } from './openings-page.ts';
import { hiringSayer } from './words.ts';

const order = 10;
const shownBeside = 5;

function piece(
  on: string,
  drawOne: (
    visit: SiteVisit,
    rows: readonly ShownOpening[],
    subject: string,
    outside: readonly ShownOutside[],
  ) => Html | null,
): SitePiece {
  return {
    site: 'careers',
    on,
    order,
    async draw(visit, subjects) {
      const [rows, outside] = await Promise.all([openHere(visit), outsideHere(visit)]);
      const drawn = subjects.flatMap((subject) => {
        const one = drawOne(visit, rows, subject, outside);
        return one ? [[subject, one] as const] : [];
      });
      return new Map(drawn);
    },
  };
}

/** What counts as new on a card, in days. */
const freshDays = 30;
const dayMs = 86_400_000;

/** Demand on the card of a role: how many openings there are, own and from elsewhere, and how many of them are new. */
export const cardPiece = piece('role-card', (visit, rows, role, outside) => {
  const own = rows.filter((row) => row.role === role && isFor(row, visit.place)).map(({ opened_at: since }) => since);
  const others = outside
    .filter((row) => row.role === role && isOutsideFor(row, visit.place))
    .map(({ posted_on: day }) => (day === null ? null : new Date(day)));
  const begun = [...own, ...others];
  if (begun.length === 0) return null;
  const fresh = visit.tools.now().getTime() - freshDays * dayMs;
  const news = begun.filter((since) => since !== null && since.getTime() >= fresh).length;
  const say = hiringSayer(visit.lang);
  const count = say(begun.length === 1 ? 'oneOpening' : 'someOpenings', { count: String(begun.length) });
  return html`<a href="${visit.href('/openings')}">${count}</a>${news > 0 && html`, ${say('newOnes', { count: String(news) })}`}`;
});

/** Openings beside the text of a role: our own, then those from elsewhere whose title names the role. */
export const rolePiece = piece('role', (visit, rows, role, outside) => {
  const some = rows.filter((row) => row.role === role && isFor(row, visit.place)).slice(0, shownBeside);
  const others = outside.filter((row) => row.role === role && isOutsideFor(row, visit.place)).slice(0, shownBeside);
  if (some.length + others.length === 0) return null;
  const say = hiringSayer(visit.lang);
  return html`${some.length > 0 && html`<ul class="paths">${some.map((row) => html`<li><span></span><span><a href="${visit.href(`/openings/${row.id}`)}" dir="auto">${row.title}</a><br>${drawTerms(visit, row)}<br>${drawPay(visit, row)}</span><span></span></li>`)}</ul>`}${
    others.length > 0 &&
    html`<h3>${say('elsewhere')}</h3><ul class="paths">${others.map((row) => html`<li><span></span><span><a href="${row.url}" rel="external noopener nofollow" dir="auto">${row.title}</a>${drawWhere(visit, row)}${drawSource(visit, row)}</span><span></span></li>`)}</ul>`
  }`;
});

/** Openings of a place. */
export const placePiece = piece('place', (visit, rows, place, outside) => {
  const some = rows.filter((row) => row.place === place);
  const others = drawOutside(visit, outside.filter((row) => row.place === place).slice(0, shownBeside));
  if (some.length === 0) return others;
  return html`<section class="box"><h2>${hiringSayer(visit.lang)('openings')}</h2>${drawList(visit, some)}</section>${others}`;
});

/** The newest openings below the cards of the first page. */
export const homePiece = piece('home', (visit, rows) => {
  const some = rows.filter((row) => isFor(row, visit.place)).slice(0, shownBeside);
  if (some.length === 0) return null;
  const say = hiringSayer(visit.lang);
  return html`<section class="stack"><h2>${say('openings')}</h2>${drawList(visit, some)}<p><a class="btn" href="${visit.href('/openings')}">${say('all')}</a></p></section>`;
});
