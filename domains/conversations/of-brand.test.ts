import { expect, test } from 'vitest';
import { openDesk } from '../../tests/support/desk.ts';
import { useWorld } from '../../tests/support/world.ts';
import { close, merge } from './index.ts';
import { ofBrand } from './of-brand.ts';

const world = useWorld();
const monday = new Date('2026-11-16T09:00:00Z');

test('before a brand is archived its open matters are counted, so far as asked: none closed, none merged', async () => {
  const desk = await openDesk(world());
  const { workspace } = desk;
  const ids: string[] = [];
  for (const text of ['One', 'Two', 'Three', 'Four'])
    ids.push((await desk.mail({ text, subject: text, at: monday })).conversationId);
  const count = (limit: number) => workspace.read(null, (ctx) => ofBrand.count(ctx, workspace.brandId, limit));
  expect(await count(10)).toBe(4);
  await workspace.act(workspace.owner, (ctx) => close(ctx, ids[0] ?? '', 'answered'));
  await workspace.act(workspace.owner, (ctx) => merge(ctx, ids[1] ?? '', ids[2] ?? ''));
  expect(await count(10)).toBe(2);
  expect(await count(1)).toBe(1);
});
