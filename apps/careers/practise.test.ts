import { expect, test } from 'vitest';
import { catalogueOf } from '#domains/careers';
import { bank, languageOf, scenarioOf } from '#domains/scenarios';
import type { SiteContent } from '#platform/domain';
import { exampleLines } from '#science/practice';
import { useWorld } from '../../tests/support/world.ts';
import { newHourly } from '#platform/often';
import { answerTo, read } from './test-visit.ts';

const world = useWorld();

async function say(form: Record<string, string>, id = 'late-parcel'): Promise<SiteContent> {
  return (await answerTo(`/practise/${id}`, { form })) as SiteContent;
}

function stateIn({ body }: SiteContent): string {
  return /name="state" value="([^"]+)"/.exec(body.html)?.[1] ?? '';
}

/** A whole conversation in the scene's own examples. */
async function toTheEnd(id: string): Promise<SiteContent> {
  const scenario = scenarioOf(id);
  if (!scenario) throw new Error(`The bank lost ${id}.`);
  let page = (await answerTo(`/practise/${id}`)) as SiteContent;
  for (const line of exampleLines(scenario, languageOf(scenario)))
    page = await say({ state: stateIn(page), line, do: 'say' }, id);
  return page;
}

test('a visitor writes, the customer answers, and each line says what it did', async () => {
  const first = await say({
    state: stateIn((await answerTo('/practise/late-parcel')) as SiteContent),
    line: 'Wait.',
    do: 'say',
  });
  expect(first.isPrivate).toBe(true);
  expect(first.body.html).toContain('No greeting and no name');
  expect(first.body.html).toContain('What would have helped');
  const again = await say({ state: stateIn(first), do: 'from-0' });
  expect(again.body.html).not.toContain('No greeting and no name');
  expect(again.body.html).toMatch(/<textarea[^>]*>Wait\.<\/textarea>/);
  const end = await toTheEnd('late-parcel');
  expect(end.body.html).toContain('20 of 20 points');
  expect(end.body.html).toContain('Passed');
  expect(end.body.html).toContain('Keep this result?');
});

test('every scene of the bank can be talked through to its marks', async () => {
  for (const { id } of bank) expect((await toTheEnd(id)).body.html, id).toMatch(/>Passed<|>Aprobada</);
});

test('an empty, a long and a stale line are told plainly, and lose nothing', async () => {
  const state = stateIn((await answerTo('/practise/late-parcel')) as SiteContent);
  expect(await say({ state, line: '  ', do: 'say' })).toMatchObject({ status: 422 });
  const long = await say({ state, line: 'a'.repeat(601), do: 'say' });
  expect(long.body.html).toContain('a'.repeat(601));
  const stale = await say({ state: `${state}x`, line: 'Good morning', do: 'say' });
  expect(stale.status).toBe(422);
  expect(stale.body.html).toMatch(/<textarea[^>]*>Good morning<\/textarea>/);
});

test('a result is kept only when asked, shown by its link, and deleted by its owner alone', async () => {
  const workspace = await world().newWorkspace();
  const { transact, read: readOnly } = world().tools;
  const seen = { tools: { transact, read: readOnly }, workspaceId: workspace.id };
  const state = stateIn(await toTheEnd('late-parcel'));
  const sent = { state, name: '<b>Keisha</b>', lines: 'yes' };
  const kept = await answerTo('/practise/late-parcel/keep', { ...seen, form: sent });
  if (!('goTo' in kept)) throw new Error('It was not kept.');
  expect(await answerTo('/practise/late-parcel/keep', { ...seen, form: sent })).toEqual(kept);
  const address = new URL(kept.goTo, 'https://desk.example');
  const path = address.pathname.replace('/careers', '');
  const own = address.searchParams.get('own') ?? '';
  const shared = (await answerTo(path, seen)) as SiteContent;
  expect(shared.body.html).toContain('&lt;b&gt;Keisha');
  expect(shared.body.html).not.toContain('Delete this result');
  expect(((await answerTo(path, { ...seen, query: `own=${own}` })) as SiteContent).body.html).toContain(
    'Delete this result',
  );
  await expect(answerTo(path, { ...seen, form: { own: 'guessed' } })).rejects.toMatchObject({ status: 404 });
  await answerTo(path, { ...seen, form: { own } });
  expect(await answerTo(path, seen)).toMatchObject({ status: 404 });
});

test('every skill of the catalogue that talking shows has three conversations', () => {
  const spoken = catalogueOf('en').skills.filter(({ isSpoken }) => isSpoken);
  const scarce = spoken.filter(({ key }) => bank.filter(({ skills }) => skills.includes(key)).length < 3);
  expect(scarce).toEqual([]);
});

test('skills lead to their conversations, in both languages', async () => {
  expect(await read('/skills/empathy')).toContain('/careers/practise/');
  expect(await read('/practise', 'skill=negotiation')).toContain('Practise Negotiation');
  expect(await read('/practise', '', 'es')).toMatch(
    /<ol[^>]*>\s*<li><article[^>]*><h2><a href="\/careers\/es\/practise\/pedido-tarde"/,
  );
});

test('one address does a thing so many times an hour, and again in the next', () => {
  let now = 0;
  const isWithin = newHourly(() => now);
  expect([1, 2, 3].map(() => isWithin('a', 'keep', 2))).toEqual([true, true, false]);
  expect(isWithin('b', 'keep', 2)).toBe(true);
  now = 3_600_000;
  expect(isWithin('a', 'keep', 2)).toBe(true);
});
