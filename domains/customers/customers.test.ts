import { expect, test } from 'vitest';
import { openBrand } from '#domains/brands';
import type { Actor } from '#platform/policy';
import { useWorld } from '../../tests/support/world.ts';
import {
  changeCustomer,
  customerView,
  findOrMakeCustomer,
  mergeCustomers,
  normaliseIdentity,
  unmergeCustomers,
} from './index.ts';
import { makeField } from './fields.ts';
import { removeIdentity } from './identities.ts';
import { listCustomers } from './list-customers.ts';
import { personalData } from './personal-data.ts';
import { can } from './policy.ts';

const world = useWorld();
const at = new Date('2026-11-16T09:00:00Z');
const maya = { kind: 'address', value: 'Maya@Lindqvist.example', name: 'Maya Lindqvist', at } as const;

test('an address is compared as the network does, a number by its digits', () => {
  expect(normaliseIdentity('address', ' Maya@Bücher.EXAMPLE ')).toBe('maya@xn--bcher-kva.example');
  expect(normaliseIdentity('address', 'user@[10.0.0.1]')).toBe('user@[10.0.0.1]');
  expect(normaliseIdentity('phone', '00351 21 555-01 00')).toBe('+351215550100');
  expect(normaliseIdentity('phone', '+351 (21) 555 0100')).toBe('+351215550100');
  expect(normaliseIdentity('phone', '021 555 01')).toBe('02155501');
  expect(normaliseIdentity('handle', '@Maya.L')).toBe('maya.l');
  for (const wrong of ['maya', '@x.example', 'a b@x.example', ''])
    expect(() => normaliseIdentity('address', wrong)).toThrow();
  expect(() => normaliseIdentity('phone', 'call me')).toThrow();
});

test('who writes again is the same customer, under any spelling of the address', async () => {
  const { act, brandId } = await world().newWorkspace();
  const first = await act(null, (ctx) => findOrMakeCustomer(ctx, { ...maya, brandId }));
  const again = await act(null, (ctx) =>
    findOrMakeCustomer(ctx, { ...maya, brandId, value: 'maya@LINDQVIST.example', name: 'M.' }),
  );
  expect(again).toEqual({ ...first, made: false });
});

test('ten first mails at once make one customer, told once', async () => {
  const { id, act, read, brandId } = await world().newWorkspace();
  const found = await Promise.all(
    Array.from({ length: 10 }, () => act(null, (ctx) => findOrMakeCustomer(ctx, { ...maya, brandId }))),
  );
  expect(new Set(found.map(({ customerId }) => customerId)).size).toBe(1);
  expect(found.filter(({ made }) => made)).toHaveLength(1);
  expect((await read(null, (ctx) => listCustomers(ctx, { limit: 10 }))).rows).toHaveLength(1);
  const { rows } = await world().database.pool.query(
    "select 1 from events where workspace_id = $1 and name = 'customer.made'",
    [id],
  );
  expect(rows).toHaveLength(1);
});

test('the same address at two brands is two customers, and neither brand sees the other', async () => {
  const { act, read, owner, teammate, brandId } = await world().newWorkspace();
  const second = await act(owner, (ctx) => openBrand(ctx, { name: 'Norrsken' }));
  const here = await act(null, (ctx) => findOrMakeCustomer(ctx, { ...maya, brandId }));
  const there = await act(null, (ctx) => findOrMakeCustomer(ctx, { ...maya, brandId: second.id }));
  expect(there.customerId).not.toBe(here.customerId);
  const agent = await teammate('agent');
  expect((await read(agent, (ctx) => listCustomers(ctx, { limit: 10 }))).rows.map(({ id }) => id)).toEqual([
    here.customerId,
  ]);
  expect(
    (await read(agent, (ctx) => listCustomers(ctx, { limit: 10, text: 'lindqvist' }))).rows.map(({ id }) => id),
  ).toEqual([here.customerId]);
  await expect(read(agent, (ctx) => customerView(ctx, there.customerId))).rejects.toMatchObject({ status: 404 });
  await expect(act(owner, (ctx) => mergeCustomers(ctx, here.customerId, there.customerId))).rejects.toMatchObject({
    code: 'customers/other-brand',
  });
  const elsewhere = await world().newWorkspace();
  await expect(elsewhere.read(elsewhere.owner, (ctx) => customerView(ctx, here.customerId))).rejects.toMatchObject({
    status: 404,
  });
});

test('somebody is found by a part of the name, the address or the number, page by page', async () => {
  const { act, read, owner, brandId } = await world().newWorkspace();
  for (let n = 0; n < 5; n += 1)
    await act(null, (ctx) =>
      findOrMakeCustomer(ctx, { brandId, kind: 'address', value: `guest${n}@hotel.example`, name: `Guest ${n}`, at }),
    );
  await act(null, (ctx) =>
    findOrMakeCustomer(ctx, { brandId, kind: 'phone', value: '+46 70 123 45 67', name: 'Привет_100%', at }),
  );
  const find = async (text: string, limit = 50, after?: string) =>
    read(owner, (ctx) => listCustomers(ctx, { text, limit, after }));
  expect((await find('HOTEL.ex')).rows).toHaveLength(5);
  expect((await find('guest 3')).rows.map(({ name }) => name)).toEqual(['Guest 3']);
  expect((await find('70 123')).rows).toHaveLength(1);
  expect((await find('приве')).rows).toHaveLength(1);
  expect((await find('вет_100%')).rows).toHaveLength(1);
  expect((await find('g%t')).rows).toHaveLength(0);
  const first = await find('guest', 3);
  const second = await find('guest', 3, first.next ?? '');
  expect([...first.rows, ...second.rows].map(({ name }) => name)).toEqual([4, 3, 2, 1, 0].map((n) => `Guest ${n}`));
  expect(second.next).toBeNull();
});

test('two records of one person merge, the old address leads to who is there, and they come apart again', async () => {
  const { act, read, owner, brandId } = await world().newWorkspace();
  const mail = await act(null, (ctx) => findOrMakeCustomer(ctx, { ...maya, brandId }));
  const call = { brandId, kind: 'phone', value: '+46701234567', at } as const;
  const phone = await act(null, (ctx) => findOrMakeCustomer(ctx, call));
  const merged = await act(owner, (ctx) => mergeCustomers(ctx, mail.customerId, phone.customerId));
  expect(merged.identities.map(({ kind }) => kind).sort()).toEqual(['address', 'phone']);
  expect((await read(owner, (ctx) => customerView(ctx, phone.customerId))).id).toBe(mail.customerId);
  expect((await act(null, (ctx) => findOrMakeCustomer(ctx, call))).customerId).toBe(mail.customerId);
  await expect(act(owner, (ctx) => mergeCustomers(ctx, mail.customerId, phone.customerId))).rejects.toMatchObject({
    code: 'customers/already-one',
  });

  const [merge] = merged.merges;
  const apart = await act(owner, (ctx) => unmergeCustomers(ctx, mail.customerId, merge?.id ?? ''));
  expect(apart.identities.map(({ kind }) => kind)).toEqual(['address']);
  expect((await act(null, (ctx) => findOrMakeCustomer(ctx, call))).customerId).toBe(phone.customerId);
});

test('a merge that was merged on is taken apart from the last to the first', async () => {
  const { act, read, owner, brandId } = await world().newWorkspace();
  const make = (value: string) => act(null, (ctx) => findOrMakeCustomer(ctx, { brandId, kind: 'address', value, at }));
  const [a, b, c] = [await make('a@x.example'), await make('b@x.example'), await make('c@x.example')];
  const first = await act(owner, (ctx) => mergeCustomers(ctx, b.customerId, a.customerId));
  const second = await act(owner, (ctx) => mergeCustomers(ctx, c.customerId, b.customerId));
  expect(second.identities).toHaveLength(3);
  expect((await read(owner, (ctx) => customerView(ctx, a.customerId))).id).toBe(c.customerId);
  await expect(
    act(owner, (ctx) => unmergeCustomers(ctx, b.customerId, first.merges[0]?.id ?? '')),
  ).rejects.toMatchObject({ code: 'customers/merged-since' });
  await act(owner, (ctx) => unmergeCustomers(ctx, c.customerId, second.merges[0]?.id ?? ''));
  await act(owner, (ctx) => unmergeCustomers(ctx, b.customerId, first.merges[0]?.id ?? ''));
  for (const { customerId } of [a, b, c])
    expect((await read(owner, (ctx) => customerView(ctx, customerId))).identities).toHaveLength(1);
});

test('erasing leaves nothing of the person, also in what was merged, and frees the address', async () => {
  const { id, act, owner, brandId } = await world().newWorkspace();
  const mail = await act(null, (ctx) => findOrMakeCustomer(ctx, { ...maya, brandId }));
  const other = await act(null, (ctx) =>
    findOrMakeCustomer(ctx, { brandId, kind: 'phone', value: '+46701234567', name: 'Maya at work', at }),
  );
  const { id: likes } = await act(owner, (ctx) =>
    makeField(ctx, {
      kind: 'customer',
      name: 'Likes',
      type: 'text',
      brandId: null,
      choices: [],
      currency: null,
      isRequired: false,
      shownWhen: null,
      requiredWhen: null,
      position: 0,
    }),
  );
  await act(owner, (ctx) => changeCustomer(ctx, mail.customerId, { place: 'Umeå', custom: { [likes]: 'likes skis' } }));
  await act(owner, (ctx) => mergeCustomers(ctx, mail.customerId, other.customerId));
  const removed = await act(null, (ctx) => personalData.erase(ctx, mail.customerId));
  expect(removed).toMatchObject({ identities: 2, customers: 2 });
  const { rows } = await world().database.pool.query(
    `select (select jsonb_agg(c) from customers c where workspace_id = $1)::text || (select jsonb_agg(i) from identities i where workspace_id = $1)::text
      || (select jsonb_agg(e) from events e where workspace_id = $1)::text as all`,
    [id],
  );
  expect(String(rows[0]?.all)).not.toMatch(/maya|lindqvist|701234567|Umeå|skis/i);
  expect(await act(null, (ctx) => personalData.erase(ctx, mail.customerId))).toMatchObject({
    identities: 0,
    customers: 0,
  });
  expect((await act(null, (ctx) => findOrMakeCustomer(ctx, { ...maya, brandId }))).made).toBe(true);
});

test('an export gives what we still keep of an address that is theirs no longer', async () => {
  const { act, read, owner, brandId } = await world().newWorkspace();
  const { customerId, identityId } = await act(null, (ctx) => findOrMakeCustomer(ctx, { ...maya, brandId }));
  await act(owner, (ctx) => removeIdentity(ctx, customerId, identityId), at);
  const { identities } = await read(owner, (ctx) => personalData.export(ctx, customerId));
  expect(identities).toMatchObject([{ kind: 'address', value: maya.value, removedAt: at.toISOString() }]);
});

test('the list and the question "may I see this customer" always say the same', async () => {
  const { act, read, owner, brandId } = await world().newWorkspace();
  const second = await act(owner, (ctx) => openBrand(ctx, { name: 'Norrsken' }));
  for (const brand of [brandId, second.id])
    await act(null, (ctx) => findOrMakeCustomer(ctx, { ...maya, brandId: brand }));
  const all = (await read(null, (ctx) => listCustomers(ctx, { limit: 10 }))).rows;
  expect(all).toHaveLength(2);
  for (const scope of [null, 'own', 'team', 'brand', 'all'] as const) {
    for (const brandIds of ['all', new Set<string>(), new Set([brandId]), new Set<string>([second.id])] as const) {
      const actor: Actor = {
        kind: 'teammate',
        id: owner.id,
        permissions: new Map(scope ? [['customers.read', scope]] : []),
        teamIds: new Set(),
        brandIds,
      };
      const expected = all
        .filter((row) => can.read(actor, { brandId: row.brandId, erasedAt: null }))
        .map(({ id }) => id);
      // found by name and address, by the name alone, by the address alone
      for (const text of [undefined, 'maya', 'maya lind', '@lindq'])
        expect((await read(actor, (ctx) => listCustomers(ctx, { limit: 10, text }))).rows.map(({ id }) => id)).toEqual(
          expected,
        );
    }
  }
});
