import { expect, test } from 'vitest';
import { newId } from '#platform/database';
import type { Actor } from '#platform/policy';
import { useWorld } from '../../tests/support/world.ts';
import { serveBrand } from './change-brand.ts';
import { openLineSecrets, sealLineSecrets } from './line-secrets.ts';
import { moveLine } from './move-line.ts';
import { openBrand } from './open-brand.ts';
import { openLine } from './open-line.ts';
import { lineById, linesServed } from './queries.ts';

const world = useWorld();

async function twoBrands() {
  const workspace = await world().newWorkspace();
  // any channel whose lines need no settings will do: a brand knows none by name
  const channels = [...world().house.channels.values()];
  const kind = channels.find(({ lineSettings }) => lineSettings.safeParse({}).success)?.kind ?? '';
  const second = await workspace.act(workspace.owner, (ctx) => openBrand(ctx, { name: 'Norrsken' }));
  const owner = await workspace.refresh(workspace.owner);
  const lineId = newId();
  const secrets = sealLineSecrets(world().tools, { workspaceId: workspace.id, lineId }, { password: 'hunter2' });
  const line = { id: lineId, channel: kind, name: 'Help', address: `help-${lineId}@x.test`, secrets };
  await workspace.act(owner, (ctx) => openLine(ctx, line));
  const move = (actor: Actor, id = lineId, brandId: string = second.id): Promise<string> =>
    moveLine(world().tools, id, brandId, { workspaceId: workspace.id, actor });
  const linesOf = async (actor: Actor) =>
    (await workspace.read(actor, (ctx) => linesServed(ctx, {}))).map(({ id }) => id);
  return { workspace, owner, second, lineId, move, linesOf };
}

test('an address goes to another brand with its name and passwords; the line before stays closed with its own', async () => {
  const { workspace, owner, second, lineId, move } = await twoBrands();
  const movedId = await move(owner);
  const [before, after] = await workspace.read(owner, async (ctx) => [
    await lineById(ctx, lineId),
    await lineById(ctx, movedId),
  ]);
  expect(before).toMatchObject({ brandId: workspace.brandId, closedAt: expect.any(Date) });
  expect(after).toMatchObject({ brandId: second.id, name: 'Help', address: before?.address, closedAt: null });
  const secretsOf = (id: string) => openLineSecrets(world().tools, { workspaceId: workspace.id, lineId: id });
  expect([await secretsOf(lineId), await secretsOf(movedId)]).toEqual([{}, { password: 'hunter2' }]);
  const { rows } = await world().database.pool.query(
    `select change from audit_log where workspace_id = $1 and action = 'line.moved'`,
    [workspace.id],
  );
  expect(rows).toEqual([{ change: { before: { brandId: workspace.brandId }, after: { brandId: second.id } } }]);
  // where it is already is no move
  expect(await move(owner, movedId)).toBe(movedId);
});

test('the wall holds: who serves only one of the brands sees the line that is theirs, and moves none', async () => {
  const { workspace, owner, second, lineId, move, linesOf } = await twoBrands();
  const ofFirst = await workspace.teammate('administrator');
  const ofSecond = await workspace.teammate('administrator');
  await workspace.act(owner, (ctx) => serveBrand(ctx, second.id, ofSecond.id));
  const onlyFirst: Actor = { ...ofFirst, brandIds: new Set([workspace.brandId]) };
  const onlySecond: Actor = { ...ofSecond, brandIds: new Set([second.id]) };
  for (const actor of [onlyFirst, onlySecond]) await expect(move(actor)).rejects.toMatchObject({ status: 404 });
  expect([await linesOf(onlyFirst), await linesOf(onlySecond)]).toEqual([[lineId], []]);
  const movedId = await move(owner);
  expect([await linesOf(onlyFirst), await linesOf(onlySecond)]).toEqual([[], [movedId]]);
});

test('a closed line moves nowhere', async () => {
  const { owner, lineId, move } = await twoBrands();
  await move(owner);
  await expect(move(owner, lineId)).rejects.toMatchObject({ status: 404 });
});
