import type { SitePage } from '#platform/domain';
import { html } from '#platform/page';
import { openHere } from './openings-page.ts';
import { hiringSayer } from './words.ts';

/** The openings as an Atom feed: for readers, and for job boards that fetch. */
export const openingsFeed: SitePage = {
  site: 'careers',
  method: 'GET',
  path: '/openings.xml',
  async answer(visit) {
    const rows = await openHere(visit);
    const title = `${hiringSayer(visit.lang)('openings')} · ${visit.brand.name}`;
    const newest = rows[0]?.opened_at ?? visit.tools.now();
    const text = html`<feed xmlns="http://www.w3.org/2005/Atom"><title>${title}</title><id>${visit.absolute('/openings')}</id><link href="${visit.absolute('/openings')}"/><updated>${newest.toISOString()}</updated>${rows.map((row) => html`<entry><title>${row.title}</title><id>urn:uuid:${row.id}</id><link href="${visit.absolute(`/openings/${row.id}`)}"/><updated>${(row.opened_at ?? newest).toISOString()}</updated><summary>${row.about.slice(0, 500)}</summary></entry>`)}</feed>`;
    return {
      title,
      body: html``,
      raw: {
        mediaType: 'application/atom+xml; charset=utf-8',
        text: `<?xml version="1.0" encoding="utf-8"?>\n${text.html}`,
      },
    };
  },
};
