import { expect, test } from 'vitest';
import { newId } from '#platform/database';
import { useWorld } from '../../tests/support/world.ts';
import { changeBrand, serveBrand } from './change-brand.ts';
import {
  brandsServed,
  changeLine,
  closeLine,
  findLineByAddress,
  lineById,
  linesOfChannel,
  linesServed,
  openBrand,
  openLine,
  openLineSecrets,
  sealLineSecrets,
} from './index.ts';
import { lineView } from './views.ts';

const world = useWorld();

/** Any channel will do: a brand knows none by name. */
function aChannel(): { kind: string; settings: Readonly<Record<string, unknown>> } {
  for (const channel of world().house.channels.values()) {
    const parsed = channel.lineSettings.safeParse({});
    if (parsed.success) return { kind: channel.kind, settings: {} };
  }
  throw new Error('No channel takes a line without settings.');
}

test('a workspace has one brand from the start, and everybody who comes serves it', async () => {
  const { read, teammate, brandId } = await world().newWorkspace();
  const agent = await teammate('agent');
  expect(agent.brandIds).toBe('all');
  expect((await read(agent, brandsServed)).map(({ id, isFirst }) => ({ id, isFirst }))).toEqual([
    { id: brandId, isFirst: true },
  ]);
});

test('with a second brand, who was here goes on serving the first and sees nothing of the other', async () => {
  const { act, read, refresh, teammate, owner, brandId } = await world().newWorkspace();
  const agent = await teammate('agent');
  const second = await act(owner, (ctx) => openBrand(ctx, { name: 'Norrsken' }));
  const agentNow = await refresh(agent);
  expect([...agentNow.brandIds]).toEqual([brandId]);
  expect((await read(agentNow, brandsServed)).map(({ id }) => id)).toEqual([brandId]);
  await expect(act(agentNow, (ctx) => changeBrand(ctx, second.id, { name: 'Mine' }))).rejects.toMatchObject({
    status: 404,
  });
  await expect(act(agentNow, (ctx) => changeBrand(ctx, brandId, { name: 'Mine' }))).rejects.toMatchObject({
    status: 403,
  });

  await act(owner, (ctx) => serveBrand(ctx, second.id, agent.id));
  expect(new Set((await refresh(agent)).brandIds)).toEqual(new Set([brandId, second.id]));
});

test('where there are several brands, a guest or client who comes serves none until somebody says which', async () => {
  const { act, refresh, teammate, owner, brandId } = await world().newWorkspace();
  const early = await teammate('client-viewer');
  const second = await act(owner, (ctx) => openBrand(ctx, { name: 'Norrsken' }));
  // the one whose brand was the only one keeps it; the next one gets none by chance
  expect([...(await refresh(early)).brandIds]).toEqual([brandId]);
  for (const desk of ['guest', 'client-viewer', 'client-reader']) {
    const late = await teammate(desk);
    expect([...late.brandIds]).toEqual([]);
    await act(owner, (ctx) => serveBrand(ctx, second.id, late.id));
    expect([...(await refresh(late)).brandIds]).toEqual([second.id]);
  }
  expect([...(await teammate('agent')).brandIds]).toEqual([brandId]);
});

test('a line keeps its secrets sealed, shows their names alone, and loses them when it closes', async () => {
  const { id: workspaceId, act, read, owner } = await world().newWorkspace();
  const { tools, database } = world();
  const { kind, settings } = aChannel();
  const lineId = newId();
  const address = `help-${lineId}@fernhill.example`;
  const secrets = sealLineSecrets(tools, { workspaceId, lineId }, { password: 'hunter2 of the mailbox' });
  await act(owner, (ctx) => openLine(ctx, { id: lineId, channel: kind, name: 'Help', address, settings, secrets }));

  const view = await read(owner, (ctx) => lineView(ctx, lineId));
  expect(view.secretNames).toEqual(['password']);
  expect(JSON.stringify(view)).not.toContain('hunter2');
  const { rows } = await database.pool.query('select sealed from line_secrets where line_id = $1', [lineId]);
  expect(String(rows[0]?.sealed)).not.toContain('hunter2');
  expect(await openLineSecrets(tools, { workspaceId, lineId })).toEqual({ password: 'hunter2 of the mailbox' });
  expect(await read(null, (ctx) => findLineByAddress(ctx, kind, address.toUpperCase()))).toEqual({
    workspaceId,
    lineId,
  });

  await act(owner, (ctx) => changeLine(ctx, lineId, { name: 'Help desk' }));
  expect(await openLineSecrets(tools, { workspaceId, lineId })).toEqual({ password: 'hunter2 of the mailbox' });
  await act(owner, (ctx) => closeLine(ctx, lineId));
  expect(await openLineSecrets(tools, { workspaceId, lineId })).toEqual({});
  expect(await read(null, (ctx) => linesOfChannel(ctx, kind))).toEqual([]);
  expect((await read(null, (ctx) => lineById(ctx, lineId))).name).toBe('Help desk');
});

test('an address has one open line, in whichever workspace', async () => {
  const [one, other] = [await world().newWorkspace(), await world().newWorkspace()];
  const { kind, settings } = aChannel();
  const line = { channel: kind, name: 'Help', address: `shared-${newId()}@fernhill.example`, settings };
  const first = await one.act(one.owner, (ctx) => openLine(ctx, line));
  await expect(other.act(other.owner, (ctx) => openLine(ctx, line))).rejects.toMatchObject({
    code: 'brands/line-address-taken',
  });
  await one.act(one.owner, (ctx) => closeLine(ctx, first.id));
  await other.act(other.owner, (ctx) => openLine(ctx, line));
});

test('a line of another brand, or another workspace, is not there', async () => {
  const here = await world().newWorkspace();
  const { kind, settings } = aChannel();
  const second = await here.act(here.owner, (ctx) => openBrand(ctx, { name: 'Norrsken' }));
  const line = await here.act(here.owner, (ctx) =>
    openLine(ctx, {
      brandId: second.id,
      channel: kind,
      name: 'Hjälp',
      address: `${newId()}@norrsken.example`,
      settings,
    }),
  );
  const agent = await here.teammate('agent');
  expect(await here.read(agent, (ctx) => linesServed(ctx, {}))).toEqual([]);
  await expect(here.read(agent, (ctx) => lineView(ctx, line.id))).rejects.toMatchObject({ status: 404 });
  const there = await world().newWorkspace();
  await expect(there.act(there.owner, (ctx) => closeLine(ctx, line.id))).rejects.toMatchObject({ status: 404 });
});

test('one writes first on a line that answers and waits, never where both are there at once', async () => {
  const { act, read, owner } = await world().newWorkspace();
  const channels = [...world().house.channels.values()].filter(
    ({ lineSettings }) => lineSettings.safeParse({}).success,
  );
  for (const { kind, reply, live } of channels) {
    const { id } = await act(owner, (ctx) => openLine(ctx, { channel: kind, name: kind, address: `${newId()}.test` }));
    const view = await read(owner, (ctx) => lineView(ctx, id));
    expect({ kind, begins: view.can.includes('start') }).toEqual({ kind, begins: reply && !live });
  }
});
