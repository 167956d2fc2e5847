import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { openBrand } from '#domains/brands';
import { scopes } from '#platform/contract';
import { newId } from '#platform/database';
import type { Actor } from '#platform/policy';
import { openPhone } from '../../tests/support/phone.ts';
import { useWorld } from '../../tests/support/world.ts';
import { visible } from './list-calls.ts';
import { factsOf, rows, withOffers } from './load.ts';
import { can } from './policy.ts';
import { callTopic } from './topic.ts';

const world = useWorld();

test('who may see a call is the same rule in SQL as in the predicate', async () => {
  const phone = await openPhone(world());
  const agent = await phone.agent(-10);
  const other = await phone.agent(-5);
  const spoken = await phone.ring(0, { number: '+49 30 1111' });
  await phone.answer(agent, spoken.id, 0.1);
  const over = await phone.ring(1, { number: '+49 30 2222' });
  await phone.hangUp(over.id, 1.2);
  await phone.ring(2, { number: '+49 30 3333' });
  const brand = await phone.workspace.act(null, (ctx) => openBrand(ctx, { name: 'Another' }));

  const actors: fc.Arbitrary<Actor> = fc.record({
    kind: fc.constant('teammate' as const),
    id: fc.constantFrom(agent.id, other.id, newId()),
    permissions: fc
      .option(fc.constantFrom(...scopes), { nil: undefined })
      .map((scope) => new Map(scope ? [['calls.take', scope]] : [])),
    teamIds: fc.constantFrom(new Set<string>(), new Set([phone.workspace.teamId]), new Set([newId()])),
    brandIds: fc.constantFrom(
      'all' as const,
      new Set<string>(),
      new Set([phone.workspace.brandId]),
      new Set([brand.id as string]),
    ),
  });
  const all = await phone.workspace.read(null, async (ctx) => withOffers(ctx, await rows(ctx).execute()));
  expect(all).toHaveLength(3);
  await fc.assert(
    fc.asyncProperty(actors, async (actor) => {
      const seen = await phone.workspace.read(actor, (ctx) => rows(ctx).where(visible(ctx.actor)).execute());
      const allowed = all.filter((call) => can.read(actor, factsOf(call)));
      expect(seen.map(({ id }) => id).sort()).toEqual(allowed.map(({ id }) => id).sort());
    }),
    { numRuns: 150, seed: 5 },
  );
});

test('the card shows for whom it rings and changes for everybody who saw it when somebody answers', async () => {
  const phone = await openPhone(world());
  const agent = await phone.agent(-10);
  const other = await phone.agent(-5);
  const { id } = await phone.ring(0);
  const row = async () => (await phone.workspace.read(null, (ctx) => callTopic.load(ctx, [id]))).get(id);
  const team = `call:team:${phone.workspace.teamId}`;
  expect(callTopic.rooms(await row())).toEqual([team, `call:mine:${agent.id}`]);
  expect(callTopic.view(agent, await row())).toMatchObject({ can: ['answer', 'decline'] });
  const head = () => phone.workspace.read(other, (ctx) => callTopic.head(ctx, team));
  const before = await head();

  world().published.length = 0;
  await phone.answer(other, id, 0.1);
  expect(world().published).toContainEqual(expect.objectContaining({ topic: 'call', subjectId: id }));
  expect(callTopic.rooms(await row())).toEqual([team, `call:mine:${agent.id}`, `call:mine:${other.id}`]);
  expect(callTopic.view(agent, await row())).toMatchObject({ state: 'talking', answeredBy: other.id, can: [] });
  expect(await head()).not.toBe(before);

  const may = (actor: Actor, room: string) => phone.workspace.read(actor, (ctx) => callTopic.mayJoin(ctx, room));
  const analyst = await phone.workspace.teammate('analyst');
  expect(
    await Promise.all([
      may(agent, `call:mine:${agent.id}`),
      may(agent, `call:mine:${other.id}`),
      may(agent, team),
      may(analyst, team),
      may(agent, 'call:team:x'),
    ]),
  ).toEqual([true, false, true, false, false]);
});
