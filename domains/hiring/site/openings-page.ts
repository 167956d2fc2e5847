import * as z from 'zod';
import { careersOf } from '#domains/careers';
import type { SiteContent, SitePage, SiteVisit } from '#platform/domain';
import { html } from '#platform/page';
import { notFound } from '#platform/problem';
import { type OpeningRow, publicOpening, publicOpenings } from '../openings.ts';
import { dateOf, drawList, drawPay, drawTerms, jobFacts, type ShownOpening } from './draw-opening.ts';
import { drawOutside, isOutsideFor, outsideHere } from './draw-outside.ts';
import { hiringSayer } from './words.ts';

/** What is open at this brand today. */
export async function openHere(visit: SiteVisit): Promise<readonly ShownOpening[]> {
  return visit.tools.read({ workspaceId: visit.workspaceId }, async (ctx) => {
    const rows = await publicOpenings(ctx, visit.brand.id);
    if (rows.length === 0) return [];
    const { catalogue } = await careersOf(ctx, visit.lang);
    return rows.map((row) => ({ ...row, catalogue }));
  });
}

/** The opening that an address names; one that is closed is not there any more. */
export async function askedOpening(visit: SiteVisit): Promise<ShownOpening> {
  const id = visit.params['opening'] ?? '';
  if (!z.uuid().safeParse(id).success) throw notFound();
  return visit.tools.read({ workspaceId: visit.workspaceId }, async (ctx) => {
    const row = await publicOpening(ctx, visit.brand.id, id);
    if (!row) throw notFound();
    return { ...row, catalogue: (await careersOf(ctx, visit.lang)).catalogue };
  });
}

/** Whether an opening is for a place: its own, or remote without one. */
export function isFor(row: OpeningRow, place: string | null): boolean {
  return place === null || row.place === place || (row.place === null && row.where_work === 'remote');
}

async function namedPlace(visit: SiteVisit, key: string) {
  const { catalogue } = await visit.tools.read({ workspaceId: visit.workspaceId }, (ctx) => careersOf(ctx, visit.lang));
  return catalogue.place(key);
}

/** All openings, of the place that was chosen. */
export const openingsPage: SitePage = {
  site: 'careers',
  method: 'GET',
  path: '/openings',
  nav: { order: 40, words: { en: 'Openings', es: 'Vacantes' } },
  addresses: async (visit) => ['/openings', ...(await openHere(visit)).map(({ id }) => `/openings/${id}`)],
  async answer(visit): Promise<SiteContent> {
    const say = hiringSayer(visit.lang);
    const rows = (await openHere(visit)).filter((row) => isFor(row, visit.place));
    const outside = (await outsideHere(visit)).filter((row) => isOutsideFor(row, visit.place));
    const place = visit.place === null ? null : await namedPlace(visit, visit.place);
    const title = place ? say('openFor', { what: place.shownName }) : say('openings');
    return {
      title,
      description: say('openingsSay', { brand: visit.brand.name }),
      body: html`<div class="wrap wide stack"><h1>${title}</h1>${
        rows.length === 0
          ? html`<p>${say('none')}</p><p class="soft">${say('noneSays')}</p>`
          : drawList(visit, rows, 'h1')
      }${drawOutside(visit, outside)}<p class="tiny"><a href="${visit.href('/openings.xml', { place: null })}">${say('feed')}</a></p></div>`,
    };
  },
};

/** One opening: what it is, what it pays or that this is not stated, and the way to apply. */
export const openingPage: SitePage = {
  site: 'careers',
  method: 'GET',
  path: '/openings/:opening',
  async answer(visit): Promise<SiteContent> {
    const say = hiringSayer(visit.lang);
    const row = await askedOpening(visit);
    const role = row.catalogue.role(row.role);
    return {
      title: row.title,
      description: row.about.slice(0, 200),
      facts: [jobFacts(visit, row)],
      body: html`<div class="wrap wide role"><div><header class="headline"><div><nav class="crumbs"><a href="${visit.href('/openings')}">${say('openings')}</a></nav><h1 dir="auto">${row.title}</h1><p>${drawTerms(visit, row)}</p></div></header>
<section class="box"><p>${drawPay(visit, row)}</p></section>
<section class="box" dir="auto">${row.about.split(/\n{2,}/).map((part) => html`<p>${part}</p>`)}</section></div>
<div><section class="try"><h2 dir="auto">${row.title}</h2>${row.opened_at && html`<p>${say('since', { date: dateOf(visit, row.opened_at) })}</p>`}<a class="cta" href="${visit.href(`/openings/${row.id}/apply`)}">${say('apply')}</a></section>
<section class="box">${role && html`<p><a href="${visit.href(`/${role.key}`)}">${say('role')}: ${role.shownName}</a></p>`}<p><a href="${visit.href('/practise')}">${say('practiseFirst')}</a></p></section></div></div>
<div class="stick"><a class="btn p" href="${visit.href(`/openings/${row.id}/apply`)}">${say('apply')}</a></div>`,
    };
  },
};
