import { expect, test } from 'vitest';
import { domains } from '../../domains/index.ts';
import { catalogueOf, payRanges } from '#domains/careers';
import { gather, type SiteContent, type SiteVisit, type Tools } from '#platform/domain';
import { pages } from './pages/index.ts';
import { findPage } from './router.ts';
import { hrefOf } from './visit.ts';

async function read(path: string, query = '', lang = 'en'): Promise<string> {
  const asked = new URLSearchParams(query);
  const found = findPage(pages, 'GET', path);
  if (!found) throw new Error(`No page at ${path}.`);
  const place = asked.get('place');
  const visit: SiteVisit = {
    tools: { house: gather(domains, []), config: { publicUrl: 'https://desk.example' } } as Tools,
    workspaceId: '00000000-0000-7000-8000-000000000000',
    brand: { id: '00000000-0000-7000-8000-000000000001', name: 'Fernhill', slug: 'fernhill' },
    lang,
    place,
    params: found.params,
    query: asked,
    from: '127.0.0.1',
    href: (to, more = {}) => hrefOf(null, lang, to, { place, ...more }),
    absolute: (to) => `https://desk.example${hrefOf(null, lang, to, {})}`,
    form: () => Promise.reject(new Error('A page that is read takes no form.')),
  };
  const answer = (await found.page.answer(visit)) as SiteContent;
  return answer.raw?.text ?? answer.body.html;
}

test('a job seeker goes from fifteen roles to Jamaica, where no figure is invented', async () => {
  const home = await read('/');
  expect(home.match(/class="rolecard"/g)).toHaveLength(15);
  const jamaica = await read('/places/jamaica', 'place=jamaica');
  expect(jamaica.match(/No honest figure yet/g)).toHaveLength(15);
  expect(jamaica).not.toMatch(/[$€£]\d[\d,]*–/);
  expect(jamaica).toContain('href="/careers/customer-service-specialist?place=jamaica"');
  // no domain brings the page to practise on yet, and no link leads nowhere
  expect(jamaica).not.toContain('/practise');
});

test('each figure of pay stands with its meaning, year and source', async () => {
  expect(payRanges).toHaveLength(3);
  for (const [role, range] of [
    ['customer-service-specialist', '$38,500–48,500'],
    ['call-centre-specialist', '$34,750–47,000'],
    ['customer-service-manager', '$57,000–81,250'],
  ] as const) {
    const page = await read(`/${role}`, 'place=united-states');
    expect(page).toContain(range);
    expect(page).toContain('National starting salaries, 2026, Salary Guide From Robert Half');
  }
});

test('every page reads in both languages, and every link of it leads to a page', async () => {
  const { roles, skills, places } = catalogueOf('en');
  const paths = ['/', '/skills', '/places', '/industries', '/prepare', '/questions', '/explore', '/search', '/sources'];
  paths.push(...roles.map(({ key }) => `/${key}`), ...skills.map(({ key }) => `/skills/${key}`));
  paths.push(...places.map(({ key }) => `/places/${key}`));
  const known = new Set([...paths, '/practise']);
  for (const path of paths) {
    const page = await read(path);
    expect(page, path).toContain('<h1');
    expect(await read(path, '', 'es'), path).toContain('<h1');
    for (const [, href = ''] of page.matchAll(/href="\/careers([^"?#]*)/g))
      expect(known.has(href || '/') || /^\/industries\/[\w-]+$/.test(href), `${path} → ${href}`).toBe(true);
  }
});

test('what one can do leads to the roles within reach, with what is missing', async () => {
  const page = await read('/explore', 'for=call-centre-specialist&communication=3&active-listening=1');
  expect(page).toContain('1 of 6 met');
  expect(page).toContain('1 → 3');
});
