import { expect, test } from 'vitest';
import { customerById, findOrMakeCustomer, mergeCustomers } from '#domains/customers';
import type { ReadCtx } from '#platform/ctx';
import { findText } from '../../tests/support/find-text.ts';
import { openDesk } from '../../tests/support/desk.ts';
import { useWorld } from '../../tests/support/world.ts';
import { eraseCustomer } from './erase-customer.ts';
import { holdCustomer, liftHold, listHolds } from './holds.ts';
import { keepToTimes } from './keep-to-times.ts';
import { keptTypes, listKeepings, setKeeping } from './keeping-times.ts';
import { readErasure } from './list-erasures.ts';
import { hashOf } from './proof.ts';

const world = useWorld();
const long = new Date('2020-03-02T09:00:00Z');

async function given() {
  const workspace = await world().newWorkspace();
  const { act, read, owner, brandId } = workspace;
  const make = async (value: string, at = long) =>
    (await act(null, (ctx) => findOrMakeCustomer(ctx, { brandId, kind: 'address', value, name: value, at })))
      .customerId;
  const isErased = async (id: string) => (await read(owner, (ctx: ReadCtx) => customerById(ctx, id))).erasedAt !== null;
  const night = () => keepToTimes.run(world().tools, { workspaceId: workspace.id });
  return { ...workspace, make, isErased, night };
}

test('who was not heard of for so long is erased at night; who is held stays, and the run says how many', async () => {
  const { act, read, owner, make, isErased, night } = await given();
  const [old, held, fresh] = [
    await make('old@x.example'),
    await make('held@x.example'),
    await make('fresh@x.example', new Date()),
  ];
  await act(owner, (ctx) => holdCustomer(ctx, held, 'A dispute with Quillon'));
  await night();
  expect(await isErased(old)).toBe(false);
  await act(owner, (ctx) => setKeeping(ctx, 'customers', 365));
  await night();
  expect(await Promise.all([old, held, fresh].map(isErased))).toEqual([true, false, false]);
  const [customers] = await read(owner, (ctx) => listKeepings(ctx));
  expect(customers).toMatchObject({ type: 'customers', days: 365, lastRun: { removed: 1, held: 1 } });
  await act(owner, (ctx) => liftHold(ctx, held));
  expect(await findText(world().database.pool, 'Quillon')).toEqual([]);
  await night();
  expect(await isErased(held)).toBe(true);
});

test('who wrote lately stays, however long they are known, and so does who writes after the look', async () => {
  const desk = await openDesk(world());
  const { act, read, owner, id: workspaceId } = desk.workspace;
  const isErased = async (id: string) => (await read(owner, (ctx: ReadCtx) => customerById(ctx, id))).erasedAt !== null;
  const write = async (name: string, at: Date) =>
    (await desk.mail({ at, from: { name, address: `${name}@cust.test` }, subject: name, text: 'Hello.' })).customerId;
  const [quiet, back, late] = [await write('quiet', long), await write('back', long), await write('late', long)];
  await write('back', new Date());
  const before = new Date(Date.now() - 365 * 24 * 3_600_000);
  const kept = keptTypes(world().tools).find(({ type }) => type === 'customers');
  const found = await read(null, async (ctx) => kept?.due(ctx, { before, after: null, limit: 10 }));
  expect(found?.rows.map(({ id }) => id).toSorted()).toEqual([quiet, late].toSorted());
  await write('late', new Date());
  const still = (id: string) => act(null, async (ctx) => kept?.stillDue?.(ctx, id, before));
  expect([await still(quiet), await still(late)]).toEqual([true, false]);

  await act(owner, (ctx) => setKeeping(ctx, 'customers', 365));
  await keepToTimes.run(world().tools, { workspaceId });
  expect(await Promise.all([quiet, back, late].map(isErased))).toEqual([true, false, false]);
});

test('who is held is erased by nobody, also by the record that was merged into theirs', async () => {
  const { act, read, owner, make, isErased } = await given();
  const [kept, merged] = [await make('kept@x.example'), await make('merged@x.example')];
  await act(owner, (ctx) => holdCustomer(ctx, merged, 'A law'));
  await act(owner, (ctx) => mergeCustomers(ctx, kept, merged));
  await expect(act(owner, (ctx) => eraseCustomer(ctx, kept, 'asked-by-customer'))).rejects.toMatchObject({
    code: 'privacy/held',
    status: 409,
  });
  expect(await isErased(kept)).toBe(false);
  expect((await read(owner, (ctx) => listHolds(ctx, { limit: 10 }))).rows).toMatchObject([{ why: 'A law' }]);
  await act(owner, (ctx) => liftHold(ctx, kept));
  await act(owner, (ctx) => eraseCustomer(ctx, kept, 'asked-by-customer'));
  expect(await isErased(kept)).toBe(true);
});

test('the proof says domain by domain what was removed, and its hash is that of what it says', async () => {
  const { act, read, owner, make } = await given();
  const id = await make('maya@x.example');
  const proof = await act(owner, (ctx) => eraseCustomer(ctx, id, 'asked-by-customer'));
  expect(proof.parts).toEqual(
    expect.arrayContaining([
      { domain: 'customers', table: 'identities', rows: 1 },
      { domain: 'customers', table: 'customers', rows: 1 },
    ]),
  );
  expect(proof.askedByName).toEqual(expect.any(String));
  const { customerId, reason, askedAt: at, askedById: by, parts } = proof;
  expect(proof.hash).toBe(hashOf({ id: proof.id, customerId, reason, at, by, parts }));
  expect(proof.hash).not.toBe(hashOf({ id: proof.id, customerId, reason, at, by, parts: parts.slice(1) }));
  expect((await read(owner, (ctx) => readErasure(ctx, id))).erasure).toEqual(proof);
});

test('who does not set keeping times sees none, and holds nobody', async () => {
  const { act, read, teammate, make } = await given();
  const agent = await teammate('agent');
  const id = await make('maya@x.example');
  await expect(read(agent, (ctx) => listKeepings(ctx))).rejects.toMatchObject({ status: 403 });
  await expect(act(agent, (ctx) => holdCustomer(ctx, id, 'No'))).rejects.toMatchObject({ status: 403 });
  await expect(act(agent, (ctx) => setKeeping(ctx, 'customers', 1))).rejects.toMatchObject({ status: 403 });
});
