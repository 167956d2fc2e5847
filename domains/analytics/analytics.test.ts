import { expect, test } from 'vitest';
import { insertServed, openBrand } from '#domains/brands';
import { assign } from '#domains/conversations';
import type { Scope } from '#platform/contract';
import type { Actor } from '#platform/policy';
import { openDesk } from '../../tests/support/desk.ts';
import { useWorld } from '../../tests/support/world.ts';
import { listMetricRows, listMetrics, readMetric } from './read-metric.ts';

const world = useWorld();
const day = 86_400_000;
const monday = new Date('2026-11-16T00:00:00Z');
const inWeek = (hours: number): Date => new Date(monday.getTime() + hours * 3_600_000);
const week = { from: '2026-11-16T01:00:00+01:00', to: new Date(monday.getTime() + 7 * day).toISOString() };

test('a figure is told with its sample, and with the period of the same length before', async () => {
  const desk = await openDesk(world());
  for (const hours of [-169, -168, -1, 0, 5]) await desk.mail({ at: inWeek(hours) });
  expect(await desk.workspace.read(desk.workspace.owner, (ctx) => readMetric(ctx, 'contacts-count', week))).toEqual({
    id: 'contacts-count',
    from: '2026-11-16T00:00:00.000Z',
    to: '2026-11-23T00:00:00.000Z',
    value: 2,
    sampleSize: 2,
    previous: { from: '2026-11-09T00:00:00.000Z', to: '2026-11-16T00:00:00.000Z', value: 2, sampleSize: 2 },
  });
});

test('every metric of the house stands in the catalogue, and an unknown one is not there', async () => {
  const { owner, read } = await world().newWorkspace();
  const { rows } = await read(owner, async (ctx) => listMetrics(ctx));
  expect(rows.map(({ id }) => id)).toEqual([...world().house.metrics.keys()]);
  expect(rows.every(({ says, unit, goal }) => says.length > 40 && unit && goal !== undefined)).toBe(true);
  await expect(read(owner, (ctx) => readMetric(ctx, 'happiness', week))).rejects.toMatchObject({ status: 404 });
});

test('a period of more than 400 days, and one that ends before it begins, are refused in words', async () => {
  const { owner, read } = await world().newWorkspace();
  const over = { from: monday.toISOString(), to: new Date(monday.getTime() + 400 * day + 1).toISOString() };
  await expect(read(owner, (ctx) => readMetric(ctx, 'contacts-count', over))).rejects.toMatchObject({
    code: 'analytics/period-too-long',
    status: 422,
  });
  const exactly = { ...over, to: new Date(monday.getTime() + 400 * day).toISOString() };
  expect((await read(owner, (ctx) => readMetric(ctx, 'contacts-count', exactly))).value).toBe(0);
  await expect(
    read(owner, (ctx) => listMetricRows(ctx, 'contacts-count', { from: week.to, to: week.from, limit: 5 })),
  ).rejects.toMatchObject({
    code: 'analytics/period-empty',
  });
});

test('figures reach as far as their scope, and the rows as far as the figure', async () => {
  const desk = await openDesk(world());
  const { workspace } = desk;
  const leader = await workspace.teammate('team-leader');
  const outside = await workspace.teammate('team-leader', { inTeam: false });
  const mine = await desk.mail({ at: inWeek(1), subject: 'Mine' });
  await desk.mail({ at: inWeek(2), subject: 'Of the team' });
  await workspace.act(null, (ctx) => assign(ctx, mine.conversationId, { assigneeId: outside.id }));

  const subjects = async (actor: Actor): Promise<string[]> => {
    const value = await workspace.read(actor, (ctx) => readMetric(ctx, 'contacts-count', week));
    const { rows } = await workspace.read(actor, (ctx) =>
      listMetricRows(ctx, 'contacts-count', { ...week, limit: 50 }),
    );
    expect(rows).toHaveLength(value.sampleSize);
    return rows.map(({ subject }) => subject);
  };
  expect(await subjects(workspace.owner)).toEqual(['Of the team', 'Mine']);
  expect(await subjects(allowed(leader, 'team', 'all'))).toEqual(['Of the team', 'Mine']);
  // sees all conversations, but their figures reach their own teams alone: here none, so what is assigned to them
  expect(await subjects(allowed(outside, 'team', 'all'))).toEqual(['Mine']);
  expect(await subjects(allowed(outside, 'own', 'all'))).toEqual(['Mine']);
  // figures of everything never show more than the conversations somebody may open
  expect(await subjects(allowed(leader, 'all', 'own'))).toEqual([]);
});

test('a client has the figures of their own brand: no team’s, no other brand’s, and no rows', async () => {
  const desk = await openDesk(world());
  const { workspace } = desk;
  const client = await workspace.teammate('client-viewer', { inTeam: false });
  const other = await workspace.act(null, (ctx) => openBrand(ctx, { name: 'Other client' }));
  await workspace.act(null, (ctx) => insertServed(ctx, workspace.brandId, client.id));
  const actor = await workspace.refresh(client);
  await desk.mail({ at: inWeek(1) });
  const asks = (asked: object) =>
    workspace.read(actor, (ctx) => readMetric(ctx, 'contacts-count', { ...week, ...asked }));
  expect((await asks({ brandId: workspace.brandId })).value).toBe(1);
  for (const asked of [{}, { brandId: other.id }, { brandId: workspace.brandId, teamId: workspace.teamId }])
    await expect(asks(asked)).rejects.toMatchObject({ status: 404 });
});

test('another brand’s figures, and another team’s, are not there', async () => {
  const { workspace } = await openDesk(world());
  const leader = await workspace.teammate('team-leader');
  const ask = (part: { brandId?: string; teamId?: string }): Promise<unknown> =>
    workspace.read({ ...allowed(leader, 'team', 'all'), brandIds: new Set([workspace.brandId]) }, (ctx) =>
      readMetric(ctx, 'contacts-count', { ...week, ...part }),
    );
  await expect(ask({ brandId: workspace.brandId, teamId: workspace.teamId })).resolves.toMatchObject({ value: 0 });
  await expect(ask({ teamId: workspace.queueId })).rejects.toMatchObject({ status: 404 });
  await expect(ask({ brandId: workspace.queueId })).rejects.toMatchObject({ status: 404 });
});

function allowed(actor: Actor, figures: Scope, conversations: Scope): Actor {
  return {
    ...actor,
    permissions: new Map([...actor.permissions, ['metrics.read', figures], ['conversations.read', conversations]]),
  };
}
