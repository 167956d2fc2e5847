import { expect, test } from 'vitest';
import { openBrand } from '#domains/brands';
import { type Desk, openDesk } from '../../tests/support/desk.ts';
import { findText } from '../../tests/support/find-text.ts';
import { useWorld } from '../../tests/support/world.ts';
import { makeCompany } from './companies.ts';
import { dismissDuplicate, listDuplicates } from './duplicates.ts';
import {
  beginMembership,
  changeCustomer,
  customerById,
  customerView,
  findOrMakeCustomer,
  mergeCustomers,
  unmergeCustomers,
} from './index.ts';
import { keepDuplicates } from './look-for-duplicates.ts';
import { personalData } from './personal-data.ts';

const world = useWorld();
const at = new Date('2026-11-16T09:00:00Z');

async function given() {
  const workspace = await world().newWorkspace();
  const { act, read, owner, brandId } = workspace;
  const make = async (kind: 'address' | 'phone', value: string, name = '', brand = brandId) =>
    (await act(null, (ctx) => findOrMakeCustomer(ctx, { brandId: brand, kind, value, name, at }))).customerId;
  const look = async () => {
    await act(null, keepDuplicates);
    return (await read(owner, (ctx) => listDuplicates(ctx, { limit: 50 }))).rows;
  };
  return { ...workspace, make, look };
}

test('the same number with and without its country, one mailbox spelt twice, one name at one company: each a pair', async () => {
  const { act, owner, brandId, make, look } = await given();
  const [one, other] = [await make('phone', '+46 70 512 34 01'), await make('phone', '070 512 34 01')];
  const [plain, plus] = [await make('address', 'maya.l@x.example'), await make('address', 'mayal+shop@x.example')];
  const [bo, alsoBo] = [await make('address', 'bo@x.example', 'Bo Ek'), await make('phone', '+4799999999', 'bo ek')];
  await make('address', 'bo@y.example', 'Bo Ek');
  const { id } = await act(owner, (ctx) => makeCompany(ctx, { brandId, name: 'Ek AB', domains: [] } as never));
  for (const who of [bo, alsoBo])
    await act(owner, (ctx) => beginMembership(ctx, who, id, { role: null, isPrimary: false }));
  const pairs = (await look()).map((row) => [[row.one.id, row.other.id].toSorted(), row.reasons]);
  expect(pairs).toHaveLength(3);
  expect(pairs).toEqual(
    expect.arrayContaining([
      [[one, other].toSorted(), ['phone']],
      [[plain, plus].toSorted(), ['address']],
      [[bo, alsoBo].toSorted(), ['name-and-company']],
    ]),
  );
  // looked at once; looking again finds nothing new
  expect(await look()).toHaveLength(3);
});

test('two numbers of two countries that end alike are two people', async () => {
  const { make, look } = await given();
  await make('phone', '+49 151 5106 130');
  await make('phone', '+351 91 5106 130');
  await make('phone', '0999 5106 130');
  expect(await look()).toEqual([]);
});

test('a pair is shown until it is merged or said to be two, and to nobody of another brand', async () => {
  const { act, read, owner, teammate, make, look } = await given();
  const second = await act(owner, (ctx) => openBrand(ctx, { name: 'Norrsken' }));
  await make('address', 'a.b@x.example', '', second.id);
  await make('address', 'ab@x.example', '', second.id);
  const kept = await make('address', 'maya.l@x.example');
  const merged = await make('address', 'mayal@x.example');
  expect(await look()).toHaveLength(2);
  const agent = await teammate('agent');
  const seen = async () => (await read(agent, (ctx) => listDuplicates(ctx, { limit: 10 }))).rows;
  const [pair] = await seen();
  expect([pair?.one.id, pair?.other.id].toSorted()).toEqual([kept, merged].toSorted());
  await act(agent, (ctx) => dismissDuplicate(ctx, pair?.id ?? '', true));
  expect(await seen()).toEqual([]);
  await act(agent, (ctx) => dismissDuplicate(ctx, pair?.id ?? '', false));
  expect(await seen()).toHaveLength(1);
  const view = await act(agent, (ctx) => mergeCustomers(ctx, kept, merged));
  expect(await seen()).toEqual([]);
  // who takes it apart says that they are two
  await act(agent, (ctx) => unmergeCustomers(ctx, kept, view.merges[0]?.id ?? ''));
  expect(await seen()).toEqual([]);
});

test('what was chosen is taken over and goes back, but for what somebody changed since; the view says who and why', async () => {
  const { act, read, owner, make } = await given();
  const [kept, merged] = [await make('address', 'maya@x.example', 'M.'), await make('phone', '+46705123401', 'Maya')];
  await act(owner, (ctx) => changeCustomer(ctx, merged, { place: 'Göteborg', zone: 'Europe/Stockholm' }));
  const view = await act(owner, (ctx) =>
    mergeCustomers(ctx, kept, merged, { take: ['name', 'place', 'zone'], why: 'Said so on the phone' }),
  );
  expect(view).toMatchObject({ name: 'Maya', place: 'Göteborg', zone: 'Europe/Stockholm' });
  expect(view.merges).toMatchObject([{ mergedName: 'Maya', why: 'Said so on the phone' }]);
  expect(view.merges[0]?.mergedByName).toEqual(expect.any(String));
  await act(owner, (ctx) => changeCustomer(ctx, kept, { place: 'Lund' }));
  await act(owner, (ctx) => unmergeCustomers(ctx, kept, view.merges[0]?.id ?? ''));
  expect(await read(owner, (ctx) => customerById(ctx, kept))).toMatchObject({ name: 'M.', place: 'Lund', zone: null });
  expect(await read(owner, (ctx) => customerById(ctx, merged))).toMatchObject({ name: 'Maya', place: 'Göteborg' });
});

test('an erased customer leaves neither what a merge took over nor why', async () => {
  const { act, owner, make } = await given();
  const [kept, merged] = [await make('address', 'z@x.example', 'Quillon'), await make('phone', '+46705123401', 'Zed')];
  await act(owner, (ctx) => mergeCustomers(ctx, kept, merged, { take: ['name'], why: 'Quillon said so' }));
  expect(await findText(world().database.pool, 'Quillon')).toEqual(['public.customer_merges']);
  const removed = await act(owner, (ctx) => personalData.erase(ctx, kept));
  expect(removed).toMatchObject({ customer_merges: 1, customers: 2 });
  expect(await findText(world().database.pool, 'Quillon')).toEqual([]);
});

test('a matter that came since by an address that goes back goes with it', async () => {
  const desk: Desk = await openDesk(world());
  const { act, owner, read } = desk.workspace;
  const mail = (address: string, minutes: number) =>
    desk.mail({
      at: new Date(at.getTime() + minutes * 60_000),
      subject: `From ${address}`,
      text: 'Hello',
      from: { address, name: 'Maya' },
    });
  const [one, other] = [await mail('maya@x.example', 0), await mail('maya@work.example', 1)];
  const { merges } = await act(owner, (ctx) => mergeCustomers(ctx, one.customerId, other.customerId));
  const since = await mail('maya@work.example', 5);
  const own = await mail('maya@x.example', 6);
  expect([since.customerId, own.customerId]).toEqual([one.customerId, one.customerId]);
  await act(owner, (ctx) => unmergeCustomers(ctx, one.customerId, merges[0]?.id ?? ''));
  const whose = await world().database.pool.query(
    'select id, customer_id from conversations where workspace_id = $1 and id = any($2)',
    [desk.workspace.id, [since.conversationId, own.conversationId, other.conversationId]],
  );
  const byId = Object.fromEntries(whose.rows.map((row) => [row.id, row.customer_id]));
  expect(byId).toEqual({
    [since.conversationId]: other.customerId,
    [other.conversationId]: other.customerId,
    [own.conversationId]: one.customerId,
  });
  expect((await read(owner, (ctx) => customerView(ctx, other.customerId))).identities).toHaveLength(1);
});
