import { expect, test } from 'vitest';
import { openBrand } from '#domains/brands';
import type { Actor } from '#platform/policy';
import { useWorld } from '../../tests/support/world.ts';
import { noteUndeliverable } from './change-customer.ts';
import { findOrMakeCustomer } from './find-or-make-customer.ts';
import { liftUndeliverable, listUndeliverable } from './undeliverable.ts';
import { unreachableAddresses } from './unreachable.ts';

const world = useWorld();

test('an address that mail came back from is named before one writes to it, and can be trusted again', async () => {
  const workspace = await world().newWorkspace();
  const { brandId } = workspace;
  const value = 'Gone@Cust.test';
  const { identityId } = await workspace.act(null, (ctx) =>
    findOrMakeCustomer(ctx, { brandId, kind: 'address', value, name: 'Gone', at: ctx.now }),
  );
  await workspace.act(null, (ctx) => noteUndeliverable(ctx, identityId, ctx.now));
  const agent = await workspace.teammate('agent');
  const ask = { brandId, addresses: 'here@cust.test, gone@cust.test' };
  const told = await workspace.read(agent, (ctx) => listUndeliverable(ctx, ask));
  expect(told).toMatchObject([{ identityId, address: value }]);
  await workspace.act(workspace.owner, (ctx) => liftUndeliverable(ctx, identityId));
  expect(await workspace.read(agent, (ctx) => listUndeliverable(ctx, ask))).toEqual([]);
});

test('nobody hears which addresses of another brand take no mail, nor trusts them again', async () => {
  const { act, read, owner, brandId } = await world().newWorkspace();
  const second = await act(owner, (ctx) => openBrand(ctx, { name: 'Norrsken' }));
  const made: string[] = [];
  for (const brand of [brandId, second.id]) {
    const gone = { brandId: brand, kind: 'address', value: 'gone@cust.test', name: 'Gone' } as const;
    const { identityId } = await act(null, (ctx) => findOrMakeCustomer(ctx, { ...gone, at: ctx.now }));
    await act(null, (ctx) => noteUndeliverable(ctx, identityId, ctx.now));
    made.push(identityId);
  }
  const [ofFirst = '', ofSecond = ''] = made;
  const everywhere: Actor = { ...owner, brandIds: 'all' };
  const serves = (brand: string): Actor => ({ ...owner, brandIds: new Set([brand]) });
  const told = (actor: Actor, brand: string): Promise<string[]> =>
    read(actor, (ctx) => listUndeliverable(ctx, { brandId: brand, addresses: 'gone@cust.test' })).then((rows) =>
      rows.map(({ identityId }) => identityId),
    );
  const page = (actor: Actor): Promise<string[]> =>
    read(actor, (ctx) => unreachableAddresses(ctx, { limit: 9 })).then(({ rows }) =>
      rows.map(({ identityId }) => identityId),
    );
  expect(await told(serves(second.id), second.id)).toEqual([ofSecond]);
  await expect(told(serves(second.id), brandId)).rejects.toMatchObject({ status: 404 });
  expect(await page(serves(brandId))).toEqual([ofFirst]);
  expect(await page(serves(second.id))).toEqual([ofSecond]);
  expect(new Set(await page(everywhere))).toEqual(new Set(made));
  expect(await page({ ...everywhere, permissions: new Map() })).toEqual([]);
  await expect(act(serves(second.id), (ctx) => liftUndeliverable(ctx, ofFirst))).rejects.toMatchObject({ status: 404 });
  expect(await page(serves(brandId))).toEqual([ofFirst]);
});
