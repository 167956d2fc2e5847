import { expect, onTestFinished, test } from 'vitest';
import { openBrand } from '#domains/brands';
import { useWorld } from '../../tests/support/world.ts';
import { loadActor, loadActors } from './index.ts';

const world = useWorld();

test('several actors are what each is alone, and cost as many statements as one', async () => {
  const workspace = await world().newWorkspace();
  await workspace.act(workspace.owner, (ctx) => openBrand(ctx, { name: 'Second' } as never));
  const agent = await workspace.teammate('agent');
  const outsider = await workspace.teammate('agent', { inTeam: false });
  const ids = [workspace.owner, agent, outsider, agent].map(({ id }) => String(id));

  const { read: many, asked } = await counted(() => workspace.read(null, (ctx) => loadActors(ctx, ids)));
  const alone = await counted(() => workspace.read(null, async (ctx) => loadActor(ctx, String(agent.id))));
  expect(asked).toBe(alone.asked);
  expect([...many.keys()]).toEqual(ids.slice(0, 3));
  for (const [id, actor] of many)
    expect(actor).toEqual(await workspace.read(null, (ctx) => loadActor(ctx, String(id))));
  expect(many.get(String(agent.id))?.teamIds.size).toBe(1);
  expect(many.get(String(outsider.id))?.teamIds.size).toBe(0);
  expect(many.get(String(workspace.owner.id))?.brandIds).toBe('all');
  expect(many.get(String(agent.id))?.brandIds).not.toBe('all');
});

/** What was read, and by how many statements. */
async function counted<T>(read: () => Promise<T>): Promise<{ read: T; asked: number }> {
  const before = globalThis.__rapportStatements;
  onTestFinished(() => {
    globalThis.__rapportStatements = before;
  });
  let asked = 0;
  globalThis.__rapportStatements = (text) => {
    if (/^select/i.test(text.trim())) asked += 1;
    before?.(text);
  };
  const found = await read();
  globalThis.__rapportStatements = before;
  return { read: found, asked };
}
