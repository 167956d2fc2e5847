import { expect, test } from 'vitest';
import { catalogueOf, sourceOf } from '#domains/careers';
import { facts, payFacts, placesWithoutFigure } from './test-facts.ts';
import { read } from './test-visit.ts';

/** The texts of a page with the source each names. */
async function saidOn(path: string): Promise<{ says: string; source: string }[]> {
  const page = await read(path);
  return [...page.matchAll(/<span data-source="([^"]+)"[^>]*>([^<]*)<\/span>/g)].map(([, source = '', says = '']) => ({
    says,
    source,
  }));
}

test.each(facts)('$path shows, with its source: $fact', async ({ path, words, source }) => {
  const said = (await saidOn(path)).filter((one) => one.source === source);
  expect(said.map(({ says }) => says)).toContainEqual(expect.stringMatching(words));
  expect(await read(path)).toContain(sourceOf(source).title);
});

test.each(payFacts)('%s: its range stands on %s with meaning, year and source', async (_role, path, range) => {
  const page = await read(path, 'place=united-states');
  expect(page).toContain(range);
  expect(page).toContain('National starting salaries, 2026, Salary Guide From Robert Half');
});

test.each(placesWithoutFigure)('%s has a page, and says that there is no honest figure yet', async (place) => {
  const page = await read(`/places/${place}`, `place=${place}`);
  expect(page).toContain('No honest figure yet');
  expect(page).not.toMatch(/[$€£₹]\d[\d,]*–/);
});

test('each of the fifteen roles tells all that the catalogue promises of a role, demand with its source', async () => {
  const { roles } = catalogueOf('en');
  expect(roles).toHaveLength(15);
  for (const role of roles) {
    const page = await read(`/${role.key}`);
    const parts = ['do', 'day', 'with', 'skills', 'tools', 'metrics', 'there', 'next', 'pay', 'demand', 'registers'];
    for (const part of parts) expect(page, `${role.key}: ${part}`).toContain(`<h2 id="${part}">`);
    expect(page, role.key).toContain(role.where.says);
    expect(page, role.key).toMatch(/href="\/careers\/industries\//);
    expect(['hgs', 'rh-jobs'], role.key).toContain(role.demand.source);
    const onet = role.onet ? `data-source="onet">O*NET ${role.onet.code}` : 'O*NET: no code known';
    const esco = role.esco
      ? `<a href="${role.esco.uri}" rel="external noopener">${role.esco.code}</a>`
      : 'ESCO: no code';
    for (const register of [onet, esco]) expect(page, role.key).toContain(register);
    for (const { level } of role.skills) expect(page, role.key).toContain(`level ${level} of 5`);
    const { does, day, tools, metrics, steps, skills } = role;
    for (const some of [does, day, tools, metrics, steps, skills]) expect(some.length, role.key).toBeGreaterThan(3);
  }
  // the last step of this ladder leads on beyond it
  expect(roles.filter(({ next }) => next.length === 0).map(({ key }) => key)).toEqual(['customer-service-manager']);
  expect(roles.filter(({ esco }) => esco === null).map(({ key }) => key)).toEqual([
    'customer-experience-specialist',
    'customer-retention-specialist',
  ]);
  const attributed = await read('/sources');
  expect(attributed).toContain('O*NET OnLine, U.S. Department of Labor');
  expect(attributed).toContain('This service uses the ESCO classification of the European Commission.');
});

test('every role and skill names what its texts rest on, and the list of facts stands in the documents', async () => {
  const rows = facts.map(({ fact, path, source }) => `| ${fact} | \`${path}\` | ${sourceOf(source).title} |`);
  const ranges = payFacts.map(
    ([role, path, range]) =>
      `| Pay: ${role}, ${range} | \`${path}\` | ${sourceOf('rh-pay').title}, 2026, national starting salaries |`,
  );
  const none = placesWithoutFigure.map(
    (place) => `| Pay: none known | \`/places/${place}\` | "No honest figure yet" |`,
  );
  const text = [
    '# The facts of the careers site',
    '',
    'Each fact, the page below `/careers` that shows it, and what it rests on. Written and held by',
    '`apps/careers/facts.test.ts` (`npm test -- apps/careers/facts --update` writes it anew).',
    '',
    `${rows.length + ranges.length + none.length} of ${rows.length + ranges.length + none.length} are shown.`,
    '',
    '| fact | page | source |',
    '|---|---|---|',
    ...rows,
    ...ranges,
    ...none,
    '',
  ].join('\n');
  await expect(text).toMatchFileSnapshot('../../docs/reference/careers-facts.md');
});
