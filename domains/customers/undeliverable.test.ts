import { expect, test } from 'vitest';
import { useWorld } from '../../tests/support/world.ts';
import { noteUndeliverable } from './change-customer.ts';
import { findOrMakeCustomer } from './find-or-make-customer.ts';
import { liftUndeliverable, listUndeliverable } from './undeliverable.ts';

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
