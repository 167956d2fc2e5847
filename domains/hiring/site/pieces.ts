import type { SitePiece, SiteVisit } from '#platform/domain';
import { type Html, html } from '#platform/page';
import { drawList, drawPay, drawTerms, type ShownOpening } from './draw-opening.ts';
import { isFor, openHere } from './openings-page.ts';
import { hiringSayer } from './words.ts';

const order = 10;
const shownBeside = 5;

function piece(
  on: string,
  drawOne: (visit: SiteVisit, rows: readonly ShownOpening[], subject: string) => Html | null,
): SitePiece {
  return {
    site: 'careers',
    on,
    order,
    async draw(visit, subjects) {
      const rows = await openHere(visit);
      const drawn = subjects.flatMap((subject) => {
        const one = drawOne(visit, rows, subject);
        return one ? [[subject, one] as const] : [];
      });
      return new Map(drawn);
    },
  };
}

/** The count of openings on the card of a role; a card without any says so itself. */
export const cardPiece = piece('role-card', (visit, rows, role) => {
  const count = rows.filter((row) => row.role === role && isFor(row, visit.place)).length;
  if (count === 0) return null;
  return html`<a href="${visit.href('/openings')}">${hiringSayer(visit.lang)('openings')}: ${count}</a>`;
});

/** Openings beside the text of a role. */
export const rolePiece = piece('role', (visit, rows, role) => {
  const some = rows.filter((row) => row.role === role && isFor(row, visit.place)).slice(0, shownBeside);
  if (some.length === 0) return null;
  return html`<ul class="paths">${some.map((row) => html`<li><span></span><span><a href="${visit.href(`/openings/${row.id}`)}" dir="auto">${row.title}</a><br>${drawTerms(visit, row)}<br>${drawPay(visit, row)}</span><span></span></li>`)}</ul>`;
});

/** Openings of a place. */
export const placePiece = piece('place', (visit, rows, place) => {
  const some = rows.filter((row) => row.place === place);
  if (some.length === 0) return null;
  return html`<section class="box"><h2>${hiringSayer(visit.lang)('openings')}</h2>${drawList(visit, some)}</section>`;
});

/** The newest openings below the cards of the first page. */
export const homePiece = piece('home', (visit, rows) => {
  const some = rows.filter((row) => isFor(row, visit.place)).slice(0, shownBeside);
  if (some.length === 0) return null;
  const say = hiringSayer(visit.lang);
  return html`<section class="stack"><h2>${say('openings')}</h2>${drawList(visit, some)}<p><a class="btn" href="${visit.href('/openings')}">${say('all')}</a></p></section>`;
});
