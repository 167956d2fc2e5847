import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openBrand, openLine } from '#domains/brands';
import { newId } from '#platform/database';
import { fold } from '#science/text';
import { useWorld } from '../../tests/support/world.ts';
import { listAddressees } from './addressees.ts';
import { findOrMakeCustomer } from './find-or-make-customer.ts';
import { removeIdentity } from './identities.ts';

const world = useWorld();

/** A workspace with a line that writes to addresses; customers of it, and one of the same name at another brand. */
async function whereOneWrites() {
  const workspace = await world().newWorkspace();
  const second = await workspace.act(workspace.owner, (ctx) => openBrand(ctx, { name: 'Norrsken' }));
  const owner = await workspace.refresh(workspace.owner);
  // any channel that writes to addresses will do: a customer knows none by name
  const channel = [...world().house.channels.values()].find(({ identityKind }) => identityKind === 'address');
  const line = (brandId: string) =>
    workspace.act(owner, (ctx) =>
      openLine(ctx, {
        brandId,
        channel: channel?.kind ?? '',
        name: 'Help',
        address: `${newId()}@x.test`,
        settings: {},
      }),
    );
  const known = (brandId: string, kind: 'address' | 'phone', value: string, name: string) =>
    workspace.act(null, (ctx) => findOrMakeCustomer(ctx, { brandId, kind, value, name, at: ctx.now }));
  const { brandId } = workspace;
  const maya = await known(brandId, 'address', 'maya@lindqvist.example', 'Maya Lindqvist');
  await known(brandId, 'phone', '+46 70 123 45 67', 'Maya by telephone');
  await known(second.id, 'address', 'maya@norrsken.example', 'Maya Lindqvist');
  const [{ id: here }, { id: there }] = [await line(brandId), await line(second.id)];
  return { workspace, owner, maya, here, there };
}

test('who can be written to is found by name or address, among the customers of the line’s brand alone', async () => {
  const { workspace, owner, maya, here, there } = await whereOneWrites();
  const found = async (lineId: string, text: string): Promise<string[]> =>
    (await workspace.read(owner, (ctx) => listAddressees(ctx, { lineId, text }))).map(({ address }) => address);
  expect(await found(here, 'maya')).toEqual(['maya@lindqvist.example']);
  expect(await found(here, 'QVIST.ex')).toEqual(['maya@lindqvist.example']);
  expect(await found(there, 'lindqvist')).toEqual(['maya@norrsken.example']);
  expect(await found(here, 'ma')).toEqual([]);
  await workspace.act(owner, (ctx) => removeIdentity(ctx, maya.customerId, maya.identityId));
  expect(await found(here, 'maya')).toEqual([]);
});

test('a name is found whatever its accents, as the search finds words', async () => {
  const { workspace, owner, here } = await whereOneWrites();
  const names = [
    'José Núñez',
    'Łukasz Groß',
    'Ægir Þórsson',
    'İpek Yılmaz',
    'Zoë',
    'Ångström',
    'Ёлкина',
    'ﬁne ｃａｆé',
  ];
  for (const [index, name] of names.entries())
    await workspace.act(null, (ctx) =>
      findOrMakeCustomer(ctx, {
        brandId: workspace.brandId,
        kind: 'address',
        value: `someone${index}@cust.example`,
        name,
        at: ctx.now,
      }),
    );
  const found = async (text: string): Promise<string[]> =>
    (await workspace.read(owner, (ctx) => listAddressees(ctx, { lineId: here, text }))).map(({ name }) => name);
  for (const text of ['jose', 'JOSÉ', 'Jose\u0301', 'nunez', 'sé nú'])
    expect(await found(text)).toEqual(['José Núñez']);
  expect(await found('lukasz')).toEqual(['Łukasz Groß']);
  expect(await found('gross')).toEqual(['Łukasz Groß']);
  expect(await found('thorsson')).toEqual(['Ægir Þórsson']);
  expect(await found('zoe')).toEqual(['Zoë']);
  // a sign of the pattern is a sign of the name
  expect(await found('jos_')).toEqual([]);
  for (const name of names) {
    const { rows } = await workspace.read(owner, (ctx) =>
      sql<{ said: string }>`select folded(${name}) as said where ${ctx.workspaceId}::uuid is not null`.execute(ctx.db),
    );
    expect(rows).toEqual([{ said: fold(name) }]);
  }
});

test('nobody is offered to who serves another brand, or may see no customers', async () => {
  const { workspace, here, there } = await whereOneWrites();
  const ask = { lineId: here, text: 'maya' };
  const agent = await workspace.teammate('agent');
  expect(await workspace.read(agent, (ctx) => listAddressees(ctx, ask))).toHaveLength(1);
  await expect(workspace.read(agent, (ctx) => listAddressees(ctx, { ...ask, lineId: there }))).rejects.toMatchObject({
    status: 404,
  });
  const blind = { ...agent, permissions: new Map() };
  expect(await workspace.read(blind, (ctx) => listAddressees(ctx, ask))).toEqual([]);
});
