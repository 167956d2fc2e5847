import { expect, test } from 'vitest';
import { newId } from '#platform/database';
import { useWorld } from '../../tests/support/world.ts';
import { archiveBrand, listArchived, previewArchival, restoreBrand } from './archive-brand.ts';
import { leaveBrand, serveBrand } from './change-brand.ts';
import { brandKept, brandsServed, findBrand, findLineByAddress, openBrand, openLine } from './index.ts';

const world = useWorld();

test('what becomes of a brand is said before; its lines close only when that is said; it comes back without them', async () => {
  const { workspace, owner, brand, channel, address } = await aHouse();
  const preview = await workspace.read(owner, (ctx) => previewArchival(ctx, brand.id));
  expect(preview.lines).toMatchObject([{ address }]);
  expect(preview.keeps.map(({ says, count }) => [says, count])).toEqual([
    ['Customers', 0],
    ['Open conversations', 0],
  ]);
  await expect(workspace.act(owner, (ctx) => archiveBrand(ctx, brand.id, false))).rejects.toMatchObject({
    code: 'brands/lines-are-open',
  });
  await workspace.act(owner, (ctx) => archiveBrand(ctx, brand.id, true));
  // twice is once
  await workspace.act(owner, (ctx) => archiveBrand(ctx, brand.id, true));
  await workspace.read(owner, async (ctx) => {
    expect((await brandsServed(ctx)).map(({ id }) => id)).toEqual([workspace.brandId]);
    expect(await findBrand(ctx, brand.id)).toBeNull();
    expect((await brandKept(ctx, brand.id))?.name).toBe('Norrsken');
    expect(await findLineByAddress(ctx, channel, address)).toBeNull();
    expect((await listArchived(ctx)).rows).toMatchObject([{ id: brand.id, can: ['configure', 'restore'] }]);
  });
  await expect(
    workspace.act(owner, (ctx) => openLine(ctx, { brandId: brand.id, channel, name: 'N', address, settings: {} })),
  ).rejects.toMatchObject({ status: 404 });
  await workspace.act(owner, (ctx) => restoreBrand(ctx, brand.id));
  await workspace.read(owner, async (ctx) => {
    expect((await brandsServed(ctx)).map(({ id }) => id)).toContain(brand.id);
    expect(await findLineByAddress(ctx, channel, address)).toBeNull();
    expect((await listArchived(ctx)).rows).toEqual([]);
  });
});

test('the first brand stays, and who does not serve a brand neither archives it nor sees it archived', async () => {
  const { workspace, owner, brand } = await aHouse();
  await expect(workspace.act(owner, (ctx) => archiveBrand(ctx, workspace.brandId, true))).rejects.toMatchObject({
    code: 'brands/first-stays',
  });
  const agent = await workspace.teammate('agent');
  await workspace.act(owner, (ctx) => serveBrand(ctx, brand.id, agent.id));
  const serving = await workspace.refresh(agent);
  await expect(workspace.act(serving, (ctx) => archiveBrand(ctx, brand.id, true))).rejects.toMatchObject({
    status: 403,
  });
  await workspace.act(owner, (ctx) => leaveBrand(ctx, brand.id, agent.id));
  await workspace.act(owner, (ctx) => archiveBrand(ctx, brand.id, true));
  // one brand alone is served again, and still nobody sees what they did not serve
  const left = await workspace.refresh(agent);
  expect(left.brandIds).not.toBe('all');
  expect((await workspace.read(left, listArchived)).rows).toEqual([]);
  await expect(workspace.act(left, (ctx) => restoreBrand(ctx, brand.id))).rejects.toMatchObject({ status: 404 });
});

async function aHouse() {
  const workspace = await world().newWorkspace();
  const brand = await workspace.act(workspace.owner, (ctx) => openBrand(ctx, { name: 'Norrsken' }));
  const owner = await workspace.refresh(workspace.owner);
  const channel = [...world().house.channels.values()].find(({ lineSettings }) => lineSettings.safeParse({}).success);
  const kind = channel?.kind ?? '';
  const address = `${newId()}@desk.test`;
  await workspace.act(owner, (ctx) => openLine(ctx, { brandId: brand.id, channel: kind, name: 'Norrsken', address }));
  return { workspace, owner, brand, channel: kind, address };
}
