import type { Catalogue } from '#domains/careers';
import { careersOf } from '#domains/careers';
import type { SiteVisit } from '#platform/domain';
import { type Html, html } from '#platform/page';
import { dayOf } from '../openings.ts';
import { type OutsideRow, publicOutside } from '../outside-openings.ts';
import { dateOf, moneyOf } from './draw-opening.ts';
import { hiringSayer } from './words.ts';

export type ShownOutside = OutsideRow & { readonly catalogue: Catalogue };

/** What others publish, as this brand shows it. */
export async function outsideHere(visit: SiteVisit): Promise<readonly ShownOutside[]> {
  return visit.tools.read({ workspaceId: visit.workspaceId }, async (ctx) => {
    const rows = await publicOutside(ctx, visit.brand.id);
    if (rows.length === 0) return [];
    const { catalogue } = await careersOf(ctx, visit.lang);
    return rows.map((row) => ({ ...row, catalogue }));
  });
}

/** Whether an opening from elsewhere is for a place: its own, or remote without one. */
export function isOutsideFor(row: OutsideRow, place: string | null): boolean {
  return place === null || row.place === place || (row.place === null && row.is_remote);
}

/** Openings from elsewhere: each with who publishes it and since when, and a link to the page where one applies. */
export function drawOutside(visit: SiteVisit, rows: readonly ShownOutside[]): Html | null {
  if (rows.length === 0) return null;
  const say = hiringSayer(visit.lang);
  return html`<section class="stack" aria-labelledby="elsewhere"><h2 id="elsewhere">${say('elsewhere')}</h2><p class="soft">${say('elsewhereSays')}</p><ul class="cards3">${rows.map((row) => html`<li><article class="box"><h3><a href="${row.url}" rel="external noopener nofollow" dir="auto">${row.title}</a></h3><p>${drawOutsidePay(visit, row)}</p>${drawWhere(visit, row)}${drawSource(visit, row)}</article></li>`)}</ul></section>`;
}

/** "Source: Harbour Bank jobs · posted on 2 November 2026". */
export function drawSource(visit: SiteVisit, row: OutsideRow): Html {
  const say = hiringSayer(visit.lang);
  const day = dayOf(row.posted_on);
  return html`<p class="tiny">${say('source')}: <bdi>${row.source}</bdi>${day && html` · ${say('posted', { date: dateOf(visit, new Date(`${day}T12:00:00Z`)) })}`}</p>`;
}

/** Employer, town and place, remote: what the posting names, in one line. */
export function drawWhere(visit: SiteVisit, row: ShownOutside): Html {
  const place = row.place === null ? null : (row.catalogue.place(row.place)?.shownName ?? null);
  const where = [row.town, place].filter(Boolean).join(', ');
  const parts = [row.employer, where, row.is_remote && hiringSayer(visit.lang)('remote')].filter(Boolean);
  return html`<p class="tiny" dir="auto">${parts.join(' · ')}</p>`;
}

function drawOutsidePay(visit: SiteVisit, row: OutsideRow): Html {
  const say = hiringSayer(visit.lang);
  if (row.pay_low_minor === null || row.pay_currency === null)
    return html`<span class="nopay">${say('notStated')}</span>`;
  const range = moneyOf(visit, row.pay_currency, Number(row.pay_low_minor), Number(row.pay_high_minor));
  return html`<b class="pay">${range}</b> <span class="tiny">${say(row.pay_period as 'year')}</span>`;
}
