import { expect, test } from 'vitest';
import { openBrand } from '#domains/brands';
import { customerView, findOrMakeCustomer, mergeCustomers, unmergeCustomers } from '#domains/customers';
import type { ImportResult } from '#platform/domain';
import { findText } from '../../tests/support/find-text.ts';
import { useWorld } from '../../tests/support/world.ts';
import { ToldOrder } from './contract.ts';
import { importOrders } from './importable.ts';
import { listCustomerOrders, listOrders } from './list-orders.ts';
import { moments } from './own-moments.ts';
import { personalData } from './personal-data.ts';
import { tellProduct } from './products.ts';
import { removeToldOrder } from './remove-order.ts';
import { tellOrder } from './tell-order.ts';

const world = useWorld();
const shop = { source: 'shop', externalId: 'gid-1' };

function anOrder(changes: Partial<ToldOrder> = {}): ToldOrder {
  return ToldOrder.parse({
    number: 'FH-20418',
    customer: { kind: 'address', value: 'maya@lindqvist.example', name: 'Maya Lindqvist' },
    phase: 'delivered',
    place: 'Göteborg',
    currency: 'EUR',
    totalMinor: 38_900,
    placedAt: '2026-11-04T10:00:00Z',
    lines: [{ name: 'Ridgeline 2 tent', sku: 'RL2', unitMinor: 38_900 }],
    payments: [{ kind: 'payment', method: 'Card', amountMinor: 38_900, at: '2026-11-04T10:00:00Z' }],
    shipments: [{ carrier: 'Kurier24', trackingNumber: 'K1', deliveredAt: '2026-11-09T12:00:00Z' }],
    ...changes,
  });
}

test('an order told twice is one order, and its customer is made on first sight', async () => {
  const { act, read, owner, id } = await world().newWorkspace();
  const first = await act(owner, (ctx) => tellOrder(ctx, shop, anOrder()));
  const again = await act(owner, (ctx) => tellOrder(ctx, shop, anOrder()));
  expect(again).toEqual(first);
  expect(first).toMatchObject({
    number: 'FH-20418',
    customerName: 'Maya Lindqvist',
    deliveredAt: '2026-11-09T12:00:00.000Z',
  });
  const { rows, worth } = await read(owner, (ctx) => listCustomerOrders(ctx, first.customerId, { limit: 10 }));
  expect(rows).toMatchObject([{ firstLine: 'Ridgeline 2 tent', moreLines: 0, totalMinor: 38_900 }]);
  expect(worth).toEqual([{ currency: 'EUR', orderCount: 1, worthMinor: 38_900 }]);
  const told = await world().database.pool.query(
    "select name from events where workspace_id = $1 and name like 'order.%'",
    [id],
  );
  expect(told.rows).toEqual([{ name: 'order.told' }]);
});

test('ten writers of one order at once make one, counted once', async () => {
  const { act, read, owner } = await world().newWorkspace();
  const all = await Promise.all(
    Array.from({ length: 10 }, () =>
      act(owner, (ctx) => tellOrder(ctx, shop, anOrder({ changedAt: '2026-11-10T08:00:00Z' }))),
    ),
  );
  expect(new Set(all.map(({ id }) => id)).size).toBe(1);
  const { worth } = await read(owner, (ctx) => listCustomerOrders(ctx, all[0]?.customerId ?? '', { limit: 10 }));
  expect(worth).toEqual([{ currency: 'EUR', orderCount: 1, worthMinor: 38_900 }]);
});

test('what the shop said before and comes late is passed over; refunds and cancelling take off what is worth', async () => {
  const { act, read, owner } = await world().newWorkspace();
  const tell = (changes: Partial<ToldOrder>) => act(owner, (ctx) => tellOrder(ctx, shop, anOrder(changes)));
  const { customerId } = await tell({ changedAt: '2026-11-10T08:00:00Z' });
  const late = await tell({ phase: 'placed', changedAt: '2026-11-04T10:00:00Z' });
  expect(late.phase).toBe('delivered');
  const refund = { kind: 'refund' as const, method: 'Card', amountMinor: 8_900, at: '2026-11-12T08:00:00Z' };
  await tell({ payments: [refund], changedAt: '2026-11-12T08:00:00Z' });
  const worth = async () => (await read(owner, (ctx) => listCustomerOrders(ctx, customerId, { limit: 10 }))).worth;
  expect(await worth()).toEqual([{ currency: 'EUR', orderCount: 1, worthMinor: 30_000 }]);
  const line = await read(owner, (ctx) => moments.list(ctx, [customerId], { before: null, limit: 10 }));
  expect(line.map(({ kind }) => kind)).toEqual(['order.refunded', 'order.delivered', 'order.placed']);
  await tell({ phase: 'cancelled', payments: [refund], changedAt: '2026-11-13T08:00:00Z' });
  expect(await worth()).toEqual([]);
  await act(owner, (ctx) => removeToldOrder(ctx, shop, undefined));
  expect((await read(owner, (ctx) => listCustomerOrders(ctx, customerId, { limit: 10 }))).rows).toEqual([]);
});

test('orders are read with a merged record and go apart with it again', async () => {
  const { act, read, owner, brandId } = await world().newWorkspace();
  const told = await act(owner, (ctx) => tellOrder(ctx, shop, anOrder()));
  const at = new Date('2026-11-16T09:00:00Z');
  const phone = await act(null, (ctx) =>
    findOrMakeCustomer(ctx, { brandId, kind: 'phone', value: '+46705123401', at }),
  );
  const { merges } = await act(owner, (ctx) => mergeCustomers(ctx, phone.customerId, told.customerId));
  const of = (id: string) => read(owner, (ctx) => listCustomerOrders(ctx, id, { limit: 10 }));
  expect(await of(phone.customerId)).toMatchObject({ rows: [{ id: told.id }], worth: [{ worthMinor: 38_900 }] });
  // what comes while they are one belongs to whoever is there
  const since = await act(owner, (ctx) =>
    tellOrder(ctx, { ...shop, externalId: 'gid-2' }, anOrder({ number: 'FH-2' })),
  );
  expect(since.customerId).toBe(phone.customerId);
  await act(owner, (ctx) => unmergeCustomers(ctx, phone.customerId, merges[0]?.id ?? ''));
  expect((await of(told.customerId)).rows.map(({ id }) => id)).toEqual([told.id]);
  expect((await of(phone.customerId)).rows.map(({ id }) => id)).toEqual([since.id]);
});

test('who serves another brand sees neither the order nor its number, and writes none', async () => {
  const { act, read, owner, teammate } = await world().newWorkspace();
  const second = await act(owner, (ctx) => openBrand(ctx, { name: 'Lumo' }));
  const there = await act(owner, (ctx) => tellOrder(ctx, shop, anOrder({ brandId: second.id })));
  const here = await act(owner, (ctx) => tellOrder(ctx, shop, anOrder()));
  const agent = await teammate('agent');
  const find = (number?: string) => read(agent, (ctx) => listOrders(ctx, { limit: 10, number }));
  expect((await find('fh-20')).rows.map(({ id }) => id)).toEqual([here.id]);
  expect((await find()).rows.map(({ id }) => id)).toEqual([here.id]);
  await expect(read(agent, (ctx) => listCustomerOrders(ctx, there.customerId, { limit: 1 }))).rejects.toMatchObject({
    status: 404,
  });
  await expect(act(agent, (ctx) => tellOrder(ctx, shop, anOrder()))).rejects.toMatchObject({ status: 403 });
  await expect(act(agent, (ctx) => tellOrder(ctx, shop, anOrder({ brandId: second.id })))).rejects.toMatchObject({
    status: 404,
  });
});

test('an erased customer leaves no order, and their shop does not bring it back', async () => {
  const { act, read, owner } = await world().newWorkspace();
  const told = await act(owner, (ctx) =>
    tellOrder(ctx, shop, anOrder({ number: 'Zebrano-1', place: 'Zebrano street' })),
  );
  expect(await read(owner, (ctx) => personalData.export(ctx, told.customerId))).toMatchObject({
    orders: [{ number: 'Zebrano-1', place: 'Zebrano street', lines: [{ name: 'Ridgeline 2 tent' }] }],
  });
  const removed = await act(owner, (ctx) => personalData.erase(ctx, told.customerId));
  expect(removed).toEqual({ orders: 1, order_lines: 1, payments: 1, shipments: 1, order_totals: 1 });
  expect(await findText(world().database.pool, 'Zebrano')).toEqual([]);
  await expect(act(owner, (ctx) => tellOrder(ctx, shop, anOrder()))).rejects.toMatchObject({
    code: 'orders/erased',
    status: 410,
  });
});

test('a line of an order leads to the product its shop told of', async () => {
  const { act, owner } = await world().newWorkspace();
  const said = { name: 'Ridgeline 2 tent', sku: 'RL2', price: null, url: null, isWithdrawn: false };
  const product = await act(owner, (ctx) => tellProduct(ctx, { source: 'shop', externalId: 'p-1' }, said));
  const again = await act(owner, (ctx) =>
    tellProduct(ctx, { source: 'shop', externalId: 'p-1' }, { ...said, isWithdrawn: true }),
  );
  expect(again).toMatchObject({ id: product.id, withdrawnAt: expect.any(String) });
  const lines = [{ product: 'p-1', name: 'Ridgeline 2', sku: null, quantity: 1, unitMinor: 1 }];
  const told = await act(owner, (ctx) => tellOrder(ctx, shop, anOrder({ lines })));
  expect(told.lines).toMatchObject([{ productId: product.id }]);
});

test('lines of a file with one number are one order, and are taken back from the last to the first', async () => {
  const { act, read, owner, brandId } = await world().newWorkspace();
  const at = new Date('2026-11-16T09:00:00Z');
  const bring = (row: Record<string, string>): Promise<ImportResult> =>
    act(owner, (ctx) => importOrders.bring(ctx, { brandId, onKnown: 'update' }, row));
  const tent = { number: 'A-1', address: 'maya@x.example', item: 'Tent', price: '389,00', placed: '2026-11-04' };
  await expect(bring(tent)).rejects.toMatchObject({ code: 'orders/import-nobody' });
  const { customerId } = await act(null, (ctx) =>
    findOrMakeCustomer(ctx, { brandId, kind: 'address', value: 'maya@x.example', at }),
  );
  const first = await bring(tent);
  expect(first.outcome).toBe('made');
  expect((await bring(tent)).outcome).toBe('same');
  const second = await bring({ number: 'A-1', item: 'Pegs', quantity: '2', price: '5', phase: 'shipped' });
  expect(second).toMatchObject({ outcome: 'changed', objectId: first.objectId });
  const worth = async () => (await read(owner, (ctx) => listCustomerOrders(ctx, customerId, { limit: 10 }))).worth;
  expect(await worth()).toMatchObject([{ worthMinor: 39_900 }]);
  const takeBack = (done: ImportResult) => act(owner, (ctx) => importOrders.takeBack(ctx, done));
  expect(await takeBack(first)).toEqual({ keptBecause: 'More was added to it since.' });
  expect(await takeBack(second)).toEqual({ keptBecause: null });
  expect(await worth()).toMatchObject([{ worthMinor: 38_900 }]);
  expect(await takeBack(first)).toEqual({ keptBecause: null });
  expect(await worth()).toEqual([]);
  expect((await read(owner, (ctx) => customerView(ctx, customerId))).id).toBe(customerId);
  for (const [wrong, code] of [
    [{ price: 'a lot' }, 'money'],
    [{ placed: 'Tuesday' }, 'day'],
    [{ phase: 'flying' }, 'phase'],
    [{ quantity: 'two' }, 'count'],
  ] as const)
    await expect(bring({ ...tent, ...wrong })).rejects.toMatchObject({ code: `orders/import-${code}` });
});
