import { expect, test } from 'vitest';
import { newId } from '#platform/database';
import { useWorld } from '../../tests/support/world.ts';
import { apply } from './apply.ts';
import { listApplications, moveApplication } from './applications.ts';
import { addOpening, setOpeningState } from './openings.ts';
import { feedTopic, openingTopic } from './topics.ts';

const world = useWorld();

test('an open board is told of each change on it, by the rights of who looks', async () => {
  const workspace = await world().newWorkspace();
  const { brandId, owner } = workspace;
  const id = newId();
  const given = {
    role: 'customer-service-specialist',
    place: null,
    title: 'Specialist',
    about: 'You own questions to their end.',
    town: null,
    where: 'remote',
    hours: 'full-time',
    pay: null,
    closesOn: null,
  } as const;
  await workspace.act(owner, (ctx) => addOpening(ctx, id, brandId, given));
  const head = () => workspace.read(owner, (ctx) => openingTopic.head(ctx, `opening:${id}`));
  const seen = [await head()];
  await workspace.act(owner, (ctx) => setOpeningState(ctx, id, 'open'));
  seen.push(await head());
  const form = { openingId: id, brandId, name: 'Keisha', address: 'k@mail.example', phone: null, why: '', lang: 'en' };
  await workspace.act(null, (ctx) => apply(ctx, { ...form, cv: null, proofIds: [] }));
  seen.push(await head());
  const { rows } = await workspace.read(owner, (ctx) => listApplications(ctx, id, { limit: 5 }));
  await workspace.act(owner, (ctx) => moveApplication(ctx, world().config, rows[0]?.id ?? '', 'talk'));
  seen.push(await head());
  expect(new Set(seen).size).toBe(4);

  const loaded = await workspace.read(owner, (ctx) => openingTopic.load(ctx, [id]));
  expect(openingTopic.view(owner, loaded.get(id))).toEqual({ id, version: Number(seen.at(-1)) });
  const elsewhere = { ...owner, brandIds: new Set<string>() } as typeof owner;
  expect(openingTopic.view(elsewhere, loaded.get(id))).toBeNull();
  const other = await world().newWorkspace();
  for (const topic of [openingTopic, feedTopic])
    for (const room of [`opening:${id}`, 'opening:no-id', 'opening-feed:one'])
      expect(await other.read(other.owner, (ctx) => topic.mayJoin(ctx, room)), room).toBe(false);
  const nobody = { ...owner, permissions: new Map() } as unknown as typeof owner;
  for (const [topic, room] of [
    [openingTopic, 'opening:all'],
    [feedTopic, 'opening-feed:all'],
  ] as const) {
    expect(await workspace.read(owner, (ctx) => topic.mayJoin(ctx, room)), room).toBe(true);
    expect(await workspace.read(nobody, (ctx) => topic.mayJoin(ctx, room)), room).toBe(false);
  }
});
