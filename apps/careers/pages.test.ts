import { expect, test } from 'vitest';
import { catalogueOf, payRanges } from '#domains/careers';
import { bank } from '#domains/scenarios';
import { read } from './test-visit.ts';

test('a job seeker goes from fifteen roles to Jamaica, where no figure is invented', async () => {
  const home = await read('/');
  expect(home.match(/class="rolecard"/g)).toHaveLength(15);
  const jamaica = await read('/places/jamaica', 'place=jamaica');
  expect(jamaica.match(/No honest figure yet/g)).toHaveLength(15);
  expect(jamaica).not.toMatch(/[$€£]\d[\d,]*–/);
  expect(jamaica).toContain('href="/careers/customer-service-specialist?place=jamaica"');
  expect(jamaica).toContain('href="/careers/practise?place=jamaica"');
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
  paths.push('/practise', ...bank.map(({ id }) => `/practise/${id}`));
  const known = new Set(paths);
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
