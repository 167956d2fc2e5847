import { industries } from '#domains/careers';
import { bank } from '#domains/scenarios';
import type { SitePage } from '#platform/domain';
import { html } from '#platform/page';
import { drawn } from '../look.ts';

/** The map of the site for search engines: own pages, and those that domains say should be found. */
export const sitemap: SitePage = drawn({ path: '/sitemap.xml' }, async ({ visit, catalogue }) => {
  const brought = visit.tools.house.domains
    .flatMap((domain) => domain.sitePages ?? [])
    .filter(({ site, method }) => site === 'careers' && method === 'GET');
  const theirs = await Promise.all(
    brought.map((page) => page.addresses?.(visit) ?? (page.path.includes(':') ? [] : [page.path])),
  );
  const own = [
    '/',
    '/skills',
    '/places',
    '/industries',
    '/prepare',
    '/questions',
    '/explore',
    '/sources',
    '/practise',
    ...bank.map(({ id }) => `/practise/${id}`),
    ...catalogue.roles.map(({ key }) => `/${key}`),
    ...catalogue.skills.map(({ key }) => `/skills/${key}`),
    ...catalogue.places.map(({ key }) => `/places/${key}`),
    ...Object.keys(industries).map((key) => `/industries/${key}`),
  ];
  const addresses = [...new Set([...own, ...theirs.flat()])].map((path) => visit.absolute(path));
  const text = `<?xml version="1.0" encoding="UTF-8"?>
${html`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${addresses.map((address) => html`<url><loc>${address}</loc></url>`)}</urlset>`.html}`;
  return { title: '', body: html``, raw: { mediaType: 'application/xml; charset=utf-8', text } };
});
