import { expect, test } from 'vitest';
import { newId } from '#platform/database';
import { useWorld } from '../../tests/support/world.ts';
import type { PayGiven, TextBody } from './contract.ts';
import { endPay, enterPay, listPay } from './enter-pay.ts';
import { importPay } from './import-pay.ts';
import { nameRole, unnameRole } from './name-roles.ts';
import { careersOf } from './own.ts';
import { seeds } from './seeds.ts';
import { raiseVersion } from './version.ts';
import { readText, resetText, writeText } from './write-text.ts';

const world = useWorld();
const nine = new Date('2026-11-16T09:00:00Z');
const role = seeds.get('role/customer-service-specialist') as Extract<TextBody, { kind: 'role' }>;
const at = { kind: 'role', key: 'customer-service-specialist', lang: 'en' } as const;
const kingston: PayGiven = {
  role: 'customer-service-specialist',
  place: 'jamaica',
  experience: 'starting',
  lowMinor: 120_000_000,
  highMinor: 150_000_000,
  currency: 'JMD',
  period: 'year',
  year: 2026,
  source: 'Own bands',
  sourceUrl: null,
  means: 'Gross base pay',
};

async function aWorkspace() {
  const workspace = await world().newWorkspace();
  const shown = (lang = 'en') => workspace.read(null, (ctx) => careersOf(ctx, lang));
  const act = <T>(verb: Parameters<typeof workspace.act<T>>[1]) => workspace.act(workspace.owner, verb, nine);
  return { workspace, shown, act };
}

test('a text in their own words shows at once in its language, keeps its history, and goes back', async () => {
  const { shown, act } = await aWorkspace();
  const came = (await shown()).catalogue.role(at.key)?.lead.says;
  const lead = { says: 'You answer for Lumo.', source: 'Our people team' };
  await act((ctx) => writeText(ctx, at, { ...role, lead }));
  expect((await shown()).catalogue.role(at.key)?.lead).toEqual(lead);
  // in Spanish the English words of their own, then the translation
  expect((await shown('es')).catalogue.role(at.key)).toMatchObject({ lead, textLang: 'en' });
  const spanish = { ...role, name: 'Especialista', lead: { says: 'Respondes por Lumo.', source: 'Nuestro equipo' } };
  await act((ctx) => writeText(ctx, { ...at, lang: 'es' }, spanish));
  expect((await shown('es')).catalogue.role(at.key)).toMatchObject({ shownName: 'Especialista', textLang: 'es' });
  const back = await act((ctx) => resetText(ctx, at));
  expect(back.revisions.map(({ body }) => body?.kind ?? null)).toEqual([null, 'role']);
  expect((await shown()).catalogue.role(at.key)?.lead.says).toBe(came);
});

test('a change that went back is never shown, also not under the version that the next change takes', async () => {
  const { shown, act } = await aWorkspace();
  const says = (text: string) => ({ ...role, lead: { says: text, source: 'Our people team' } });
  const broken = act(async (ctx) => {
    await writeText(ctx, at, says('Never said.'));
    await careersOf(ctx, 'en');
    throw new Error('it broke off');
  });
  await expect(broken).rejects.toThrow('it broke off');
  await act(async (ctx) => {
    await raiseVersion(ctx);
  });
  expect((await shown()).catalogue.role(at.key)?.lead.says).not.toBe('Never said.');
});

test('codes of registers are changed and taken away; who says nothing of them keeps what came', async () => {
  const { shown, act } = await aWorkspace();
  const came = (await shown()).catalogue.role(at.key);
  expect(came?.esco).toMatchObject({ uri: expect.stringContaining('http://data.europa.eu/esco/occupation/') });
  const said = await act((ctx) => writeText(ctx, at, role));
  expect(said.body).toMatchObject({ esco: came?.esco, onet: came?.onet });
  const esco = { ...came?.esco, code: '4225.9' } as NonNullable<typeof role.esco>;
  await act((ctx) => writeText(ctx, at, { ...role, esco }));
  expect((await shown()).catalogue.role(at.key)?.esco).toEqual(esco);
  await act((ctx) => writeText(ctx, at, { ...role, esco: null, onet: null }));
  expect((await shown()).catalogue.role(at.key)).toMatchObject({ esco: null, onet: null });
});

test('a role and a place of their own stand beside the fifteen, and are gone again', async () => {
  const { shown, act } = await aWorkspace();
  const own = { kind: 'role', key: 'workforce-planner', lang: 'en' } as const;
  await act((ctx) => writeText(ctx, own, { ...role, name: 'Workforce planner', step: 'lead', industries: ['retail'] }));
  const place = { kind: 'place', key: 'portugal', lang: 'en' } as const;
  const says = [{ says: 'Lisbon serves Europe.', source: 'Our people team' }];
  await act((ctx) => writeText(ctx, place, { kind: 'place', name: 'Portugal', says, country: 'PT', currency: 'EUR' }));
  const { catalogue } = await shown();
  expect(catalogue.roles).toHaveLength(16);
  expect(catalogue.role(own.key)).toMatchObject({ step: 'lead', industries: ['retail'], onet: null });
  expect(catalogue.place('portugal')).toMatchObject({ country: 'PT', currency: 'EUR' });
  await act((ctx) => resetText(ctx, own));
  expect((await shown()).catalogue.role(own.key)).toBeNull();
  const unknown = { ...role, next: [{ role: 'no-such-role', says: '' }] };
  await expect(act((ctx) => writeText(ctx, own, unknown))).rejects.toMatchObject({ code: 'careers/unknown-key' });
});

test('a range of pay shows with all that makes it honest, is replaced, ends, and another workspace sees none', async () => {
  const { shown, act } = await aWorkspace();
  const other = await aWorkspace();
  const first = newId();
  await act((ctx) => enterPay(ctx, first, kingston));
  await act((ctx) => enterPay(ctx, first, kingston));
  const [range] = (await shown()).pay.filter(({ place }) => place === 'jamaica');
  expect(range).toMatchObject({ lowMinor: 120_000_000, source: 'Own bands', year: 2026, means: 'Gross base pay' });
  expect((await other.shown()).pay.filter(({ place }) => place === 'jamaica')).toEqual([]);
  // in the United States theirs stands in place of the one that came with the program
  const second = newId();
  await act((ctx) => enterPay(ctx, second, { ...kingston, place: 'united-states', currency: 'USD' }));
  expect((await shown()).pay).toHaveLength(4);
  await act((ctx) => endPay(ctx, second));
  const left = await act((ctx) => endPay(ctx, first));
  expect(left.map(({ id, source }) => [id, source])).toEqual(
    [0, 1, 2].map(() => [null, 'Salary Guide From Robert Half']),
  );
});

test('an official table comes in line by line, each refused that is no honest figure, and is taken back', async () => {
  const { shown, act } = await aWorkspace();
  const line = {
    role: 'Customer service manager',
    place: 'Jamaica',
    low: '2,400,000',
    high: '3,100,000.50',
    currency: 'jmd',
    year: '2025',
    source: 'Statistical Institute of Jamaica',
    means: 'Gross base pay, 25th to 75th percentile',
  };
  const place = { brandId: newId(), onKnown: 'update' } as const;
  const done = await act((ctx) => importPay.bring(ctx, place, line));
  expect(done.outcome).toBe('made');
  expect((await act((ctx) => importPay.bring(ctx, place, line))).outcome).toBe('same');
  const jamaica = async () => (await shown()).pay.filter((one) => one.place === 'jamaica');
  expect(await jamaica()).toMatchObject([{ lowMinor: 240_000_000, highMinor: 310_000_050, year: 2025 }]);
  for (const [wrong, code] of [
    [{ ...line, source: '' }, 'careers/import-not-honest'],
    [{ ...line, high: '1' }, 'careers/import-not-honest'],
    [{ ...line, role: '43-4051.00' }, 'careers/import-role'],
    [{ ...line, place: 'Atlantis' }, 'careers/import-place'],
  ] as const)
    await expect(act((ctx) => importPay.bring(ctx, place, wrong))).rejects.toMatchObject({ code });
  expect(await act((ctx) => importPay.takeBack(ctx, done))).toEqual({ keptBecause: null });
  expect(await jamaica()).toEqual([]);
});

test('a role has the name that a place gives it, and who may not write the catalogue changes nothing', async () => {
  const { workspace, shown, act } = await aWorkspace();
  const where = { role: 'customer-service-specialist', place: 'jamaica' };
  await act((ctx) => nameRole(ctx, where, { title: 'Customer care agent', source: 'Our people team' }));
  expect((await shown()).titles).toContainEqual({ ...where, title: 'Customer care agent', source: 'Our people team' });
  await act((ctx) => unnameRole(ctx, where));
  expect((await shown()).titles).toHaveLength(3);
  const agent = await workspace.teammate('agent');
  for (const verb of [
    (ctx: Parameters<Parameters<typeof workspace.act>[1]>[0]) => writeText(ctx, at, role),
    (ctx: Parameters<Parameters<typeof workspace.act>[1]>[0]) => enterPay(ctx, newId(), kingston),
    (ctx: Parameters<Parameters<typeof workspace.act>[1]>[0]) => listPay(ctx),
    (ctx: Parameters<Parameters<typeof workspace.act>[1]>[0]) => readText(ctx, at),
  ])
    await expect(workspace.act<unknown>(agent, verb, nine)).rejects.toMatchObject({ status: 403 });
});
