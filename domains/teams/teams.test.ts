import { expect, test } from 'vitest';
import { openBrand } from '#domains/brands';
import type { Scope } from '#platform/contract';
import type { Actor } from '#platform/policy';
import { useWorld } from '../../tests/support/world.ts';
import {
  joinTeam,
  makeTeam,
  openQueue,
  queueById,
  queuesFor,
  standardQueueOf,
  teamIdsOf,
  teammateIdsOfTeams,
} from './index.ts';
import { can } from './policy.ts';
import { readSkills } from './read-skills.ts';
import { teamViews } from './views.ts';

const world = useWorld();

test('a workspace has a team with its owner and a queue, and every brand a queue of its own', async () => {
  const { act, read, owner, brandId, queueId, teamId } = await world().newWorkspace();
  expect([...owner.teamIds]).toEqual([teamId]);
  expect((await read(null, (ctx) => standardQueueOf(ctx, brandId)))?.id).toBe(queueId);
  const second = await act(owner, (ctx) => openBrand(ctx, { name: 'Norrsken' }));
  expect(await read(null, (ctx) => standardQueueOf(ctx, second.id))).toMatchObject({ brandId: second.id, teamId });
});

test('an agent sees the queues of their teams, a leader changes their own team alone', async () => {
  const { act, read, refresh, owner, teammate, brandId, teamId } = await world().newWorkspace();
  const [agent, leader] = [await teammate('agent'), await teammate('team-leader')];
  const orders = await act(owner, (ctx) => makeTeam(ctx, { name: 'Orders', calendarId: null }));
  const queue = await act(owner, (ctx) => openQueue(ctx, { name: 'Orders', brandId, teamId: orders.id, position: 1 }));
  expect((await read(agent, queuesFor)).map(({ teamId: of }) => of)).toEqual([teamId]);
  expect((await read(leader, teamViews)).map(({ id, can: may }) => ({ id, may }))).toEqual([
    { id: teamId, may: ['configure'] },
  ]);
  await expect(act(leader, (ctx) => joinTeam(ctx, orders.id, leader.id, true))).rejects.toMatchObject({ status: 404 });
  await expect(act(agent, (ctx) => joinTeam(ctx, teamId, agent.id, true))).rejects.toMatchObject({ status: 403 });

  await act(owner, (ctx) => joinTeam(ctx, orders.id, agent.id, false));
  const agentNow = await refresh(agent);
  expect((await read(agentNow, queuesFor)).map(({ id }) => id)).toContain(queue.id);
  expect(await read(null, (ctx) => teammateIdsOfTeams(ctx, [orders.id]))).toEqual([agent.id]);
  expect((await read(null, (ctx) => teamIdsOf(ctx, [agent.id]))).get(agent.id)?.length).toBe(2);
});

test('skills are seen by oneself and by a leader of the team, by nobody else', async () => {
  const { read, teammate } = await world().newWorkspace();
  const [agent, colleague, leader, stranger] = [
    await teammate('agent'),
    await teammate('agent'),
    await teammate('team-leader'),
    await teammate('team-leader', { inTeam: false }),
  ];
  for (const reader of [agent, leader])
    expect(await read(reader, (ctx) => readSkills(ctx, agent.id))).toEqual({ skills: [], certificates: [] });
  for (const reader of [colleague, stranger])
    await expect(read(reader, (ctx) => readSkills(ctx, agent.id))).rejects.toMatchObject({ status: 404 });
});

test('the list of queues and the question "may I see this queue" always say the same', async () => {
  const { act, read, owner, brandId, teamId } = await world().newWorkspace();
  const second = await act(owner, (ctx) => openBrand(ctx, { name: 'Norrsken' }));
  const orders = await act(owner, (ctx) => makeTeam(ctx, { name: 'Orders', calendarId: null }));
  await act(owner, (ctx) => openQueue(ctx, { name: 'Orders', brandId, teamId: orders.id }));
  await act(owner, (ctx) => openQueue(ctx, { name: 'Orders', brandId: second.id, teamId: orders.id }));
  const all = await read(null, queuesFor);
  expect(all).toHaveLength(4);
  const scopes: (Scope | null)[] = [null, 'own', 'team', 'brand', 'all'];
  for (const scope of scopes) {
    for (const teams of [[], [teamId], [orders.id], [teamId, orders.id]]) {
      for (const brandIds of ['all', new Set<string>(), new Set([brandId]), new Set([second.id])] as const) {
        const permissions = new Map(scope ? [['conversations.read', scope]] : []);
        const actor: Actor = { kind: 'teammate', id: owner.id, permissions, teamIds: new Set(teams), brandIds };
        const listed = (await read(actor, queuesFor)).map(({ id }) => id).sort();
        expect(listed).toEqual(
          all
            .filter((queue) => can.readQueue(actor, queue))
            .map(({ id }) => id)
            .sort(),
        );
      }
    }
  }
  expect(await read(null, (ctx) => queueById(ctx, brandId))).toBeNull();
});
