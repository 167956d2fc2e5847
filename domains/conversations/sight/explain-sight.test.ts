import fc from 'fast-check';
import { expect, test } from 'vitest';
import { insertServed } from '#domains/brands';
import type { Actor } from '#platform/policy';
import { useWorld } from '../../../tests/support/world.ts';
import { readForClient } from '../clients/read.ts';
import { policyDesk } from '../test-policy-desk.ts';
import { aState } from '../test-policy-states.ts';
import { conversationView } from '../views.ts';
import { explainSight } from './explain-sight.ts';

const world = useWorld();

test('why somebody sees a conversation is what the policy decides, for every role, state and brand', async () => {
  const { desk, people } = await aDesk();
  const { workspace } = desk;
  const owner = await workspace.refresh(workspace.owner);
  await fc.assert(
    fc.asyncProperty(fc.array(aState, { minLength: desk.ids.length, maxLength: desk.ids.length }), async (states) => {
      await desk.put(states);
      // what the asker does not see they are told nothing of
      const asked = (await desk.visibleIds(owner)).slice(0, 4);
      for (const id of asked)
        for (const person of people) {
          const answer = await workspace.act(owner, (ctx) => explainSight(ctx, id, person.id));
          const opens =
            (await opensTo(workspace, person, (ctx) => conversationView(ctx, id))) ||
            (await opensTo(workspace, person, (ctx) => readForClient(ctx, id)));
          expect(answer.allowed, JSON.stringify(answer)).toBe(opens);
          expect(answer.lacks.length === 0).toBe(opens);
          expect(answer.ground !== null || !opens).toBe(true);
        }
    }),
    { numRuns: 10 },
  );
}, 90_000);

test('only who may give roles asks, of what they see themselves, and the audit log says so', async () => {
  const { desk, people } = await aDesk();
  const { workspace, ids } = desk;
  const [agent] = people;
  const [id = ''] = ids;
  const asks = (actor: Actor, about = agent?.id ?? '') => workspace.act(actor, (ctx) => explainSight(ctx, id, about));
  await expect(asks(agent as Actor)).rejects.toMatchObject({ status: 403 });
  const owner = await workspace.refresh(workspace.owner);
  await expect(asks(owner, workspace.id)).rejects.toMatchObject({ status: 404 });
  expect(await asks(owner)).toMatchObject({ allowed: true, ground: 'team', roles: [{ scope: 'team' }] });
  const { rows } = await world().database.pool.query<{ action: string; object_id: string }>(
    'select action, object_id from audit_log where workspace_id = $1 order by occurred_at desc, id desc limit 1',
    [workspace.id],
  );
  expect(rows).toEqual([{ action: 'sight.explained', object_id: id }]);
});

/** Real people of several roles: the three of the desk, whom states name, and each of them in the brands that fit. */
async function aDesk() {
  const workspace = await world().newWorkspace();
  const named = [
    await workspace.teammate('agent'),
    await workspace.teammate('guest', { inTeam: false }),
    await workspace.teammate('client-reader', { inTeam: false }),
  ];
  const others = [await workspace.teammate('reviewer'), await workspace.teammate('people')];
  const desk = await policyDesk(
    workspace,
    world().files,
    named.map(({ id }) => id),
  );
  // the first brand is everybody's who was here; one of them serves the second too
  const [, second = ''] = desk.brandIds;
  await workspace.act(null, (ctx) => insertServed(ctx, second, named[1]?.id ?? ''));
  const people = await Promise.all([...named, ...others].map((one) => workspace.refresh(one)));
  return { desk: { ...desk, workspace }, people };
}

type AWorkspace = Awaited<ReturnType<ReturnType<ReturnType<typeof useWorld>>['newWorkspace']>>;

function opensTo(workspace: AWorkspace, actor: Actor, verb: Parameters<AWorkspace['read']>[1]): Promise<boolean> {
  return workspace.read(actor, verb).then(
    () => true,
    () => false,
  );
}
