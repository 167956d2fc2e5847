import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import * as z from 'zod';
import { event } from '#platform/contract';
import { after, every, task } from '#platform/domain';
import type { JobQueue } from './index.ts';
import { startTestDatabase, type TestDatabase } from './test-database.ts';
import { anEvent, ask, houseOf, queueFor, toolsFor } from './test-house.ts';

let database: TestDatabase;
const running: JobQueue[] = [];
const soon = { timeout: 15_000, interval: 20 };
const patience = 30_000;

beforeAll(async () => {
  database = await startTestDatabase();
}, patience);
afterEach(async () => {
  await Promise.all(running.splice(0).map((queue) => queue.stop()));
  await database.pool.query('delete from jobs.job_common');
});
afterAll(() => database.stop());

test('a job exists if and only if its transaction committed', { timeout: patience }, async () => {
  const done: string[] = [];
  const { queue, workspaceId } = await workshop({
    jobs: [task('toy.greet', async (_ctx, data) => void done.push(String(data['name'])))],
  });

  await database.db
    .transaction()
    .execute(async (trx) => {
      await queue.insert(trx, [{ name: 'toy.greet', workspaceId, data: { name: 'nobody' } }]);
      throw new Error('rolled back');
    })
    .catch(() => undefined);
  await ask(queue, database, { name: 'toy.greet', workspaceId, data: { name: 'Ines' } });

  await vi.waitFor(() => expect(done).toEqual(['Ines']), soon);
});

test('a woken worker runs a job within milliseconds, not at its next poll', { timeout: patience }, async () => {
  let ranAt = 0;
  const { queue, workspaceId } = await workshop({
    jobs: [task('toy.nudge', async () => void (ranAt = performance.now()))],
  });
  const waits: number[] = [];
  for (let round = 0; round < 9; round += 1) {
    ranAt = 0;
    const askedAt = performance.now();
    await ask(queue, database, { name: 'toy.nudge', workspaceId, data: {} });
    await vi.waitFor(() => expect(ranAt).not.toBe(0), { timeout: 5_000, interval: 1 });
    waits.push(ranAt - askedAt);
  }
  expect(waits.sort((a, b) => a - b)[4]).toBeLessThan(300);
});

test('a process that only serves requests wakes the workers of another', { timeout: patience }, async () => {
  let ranAt = 0;
  const parts = { jobs: [task('toy.nudge', async () => void (ranAt = performance.now()))] };
  const { workspaceId } = await workshop(parts);
  const { queue: serving } = await workshop(parts, { rest: true });
  const waits: number[] = [];
  for (let round = 0; round < 7; round += 1) {
    ranAt = 0;
    const askedAt = performance.now();
    await ask(serving, database, { name: 'toy.nudge', workspaceId, data: {} });
    await vi.waitFor(() => expect(ranAt).not.toBe(0), { timeout: 5_000, interval: 1 });
    waits.push(ranAt - askedAt);
  }
  // By polls alone the median would be about a second.
  expect(waits.toSorted((a, b) => a - b)[3]).toBeLessThan(400);
});

test('stop lets a running job end, and takes no other', { timeout: patience }, async () => {
  const done: number[] = [];
  let begun = 0;
  let end: () => void = () => undefined;
  const held = new Promise<void>((release) => (end = release));
  const work = task('toy.slow', async (_ctx, data) => {
    begun += 1;
    await held;
    done.push(Number(data['number']));
  });
  const { queue, workspaceId } = await workshop({ jobs: [work] }, { concurrency: 1 });
  const jobs = [1, 2].map((number) => ({ name: 'toy.slow', workspaceId, data: { number } }));
  await ask(queue, database, ...jobs);
  await vi.waitFor(() => expect(begun).toBe(1), soon);
  const stopped = queue.stop();
  end();
  await stopped;
  expect(done).toHaveLength(1);
  expect(await queue.lag()).toMatchObject({ waiting: 1, dead: 0 });
});

test('a reaction gets its event with its dates, in a transaction that names the cause', {
  timeout: patience,
}, async () => {
  const told = event('toy.happened', 1, z.object({}));
  const seen: unknown[] = [];
  const react = async (ctx: { causeEventId: string | null; workspaceId: string }, of: { occurredAt: Date }) =>
    void seen.push([ctx.workspaceId, ctx.causeEventId, of.occurredAt.toISOString()]);
  const { queue, workspaceId } = await workshop({ reactions: [after(told, react)] });
  const happened = anEvent(workspaceId, 'toy.happened');

  await ask(queue, database, { name: 'toy.react', workspaceId, data: { event: happened } });

  await vi.waitFor(() => expect(seen).toEqual([[workspaceId, happened.id, '2026-03-02T09:00:00.000Z']]), soon);
});

test('a failing job is tried again, then stands in the dead list of its workspace alone, and can be revived', {
  timeout: 60_000,
}, async () => {
  let tries = 0;
  let isMended = false;
  const { queue, workspaceId } = await workshop({
    jobs: [
      task('toy.stumble', async () => {
        tries += 1;
        if (!isMended) throw new Error('the mail host is away');
      }),
    ],
  });
  await ask(queue, database, { name: 'toy.stumble', workspaceId, data: {} });

  await vi.waitFor(async () => expect((await queue.dead(workspaceId, { limit: 10 })).rows).toHaveLength(1), {
    timeout: 30_000,
    interval: 100,
  });
  expect(tries).toBe(3);
  const [dead] = (await queue.dead(workspaceId, { limit: 10 })).rows;
  expect(dead).toMatchObject({ job: 'toy.stumble', tries: 3, error: 'the mail host is away' });
  expect(await queue.lag()).toMatchObject({ waiting: 0, dead: 1 });
  const stranger = crypto.randomUUID();
  expect((await queue.dead(stranger, { limit: 10 })).rows).toEqual([]);
  expect(await queue.retryDead(stranger, dead?.id ?? '')).toBe(false);

  isMended = true;
  expect(await queue.retryDead(workspaceId, dead?.id ?? '')).toBe(true);
  await vi.waitFor(() => expect(tries).toBe(4), soon);
  await vi.waitFor(async () => expect(await queue.lag()).toMatchObject({ waiting: 0, dead: 0 }), soon);
});

test('of one key, one job waits; and a later one of the key is not lost to a worker who is too early', {
  timeout: patience,
}, async () => {
  const seen: number[] = [];
  const { queue, workspaceId, work } = await workshop(
    {
      jobs: [
        task('toy.fold', async (ctx) => {
          const { rows } = await database.pool.query(
            'select count(*)::int as count from public.facts where workspace_id = $1',
            [ctx.workspaceId],
          );
          seen.push(rows[0].count);
        }),
      ],
    },
    { rest: true },
  );
  await database.pool.query('create table if not exists public.facts (workspace_id uuid)');
  const nudge = { name: 'toy.fold', workspaceId, data: {}, singletonKey: 'counters' };
  await ask(queue, database, nudge, nudge);
  await ask(queue, database, { ...nudge, workspaceId: crypto.randomUUID() });
  expect((await queue.lag()).waiting).toBe(2);

  await database.db.transaction().execute(async (trx) => {
    await queue.insert(trx, [nudge]);
    // a job goes with the statement behind it, in truth with the commit
    await sql`select 1`.execute(trx);
    await work();
    // The other workspace's job has run; ours waits for us although it was committed before.
    await vi.waitFor(() => expect(seen).toEqual([0]), soon);
    await sql`insert into public.facts values (${workspaceId})`.execute(trx);
  });
  queue.wake();
  await vi.waitFor(() => expect(seen).toEqual([0, 1]), soon);
});

test('a tick of the clock runs once in each workspace although two processes keep it', {
  timeout: 60_000,
}, async () => {
  const runs: string[] = [];
  const workspaces = [crypto.randomUUID(), crypto.randomUUID()];
  const parts = { jobs: [every('*/30 * * * *', 'toy.tick', async (ctx) => void runs.push(ctx.workspaceId))] };
  const { queue } = await workshop(parts, { workspaces, rest: true });
  await workshop(parts, { workspaces, rest: true });
  const tick = `insert into jobs.job_common (name, data, created_on, dead_letter, heartbeat_seconds)
    values ('clock', '{"job":"toy.tick"}', $1, 'dead', 10)`;
  // Two jobs of one tick: what is left when a worker dies after its fan-out and before saying so.
  await database.pool.query(tick, ['2026-03-02T09:00:01Z']);
  await database.pool.query(tick, ['2026-03-02T09:00:04Z']);
  for (const working of running) await working.work(toolsFor(houseOf(parts), database, workspaces));

  await vi.waitFor(() => expect(runs.toSorted()).toEqual(workspaces.toSorted()), soon);
  await vi.waitFor(async () => expect((await queue.lag()).waiting).toBe(0), soon);
  await database.pool.query(tick, ['2026-03-02T09:30:01Z']);
  queue.wake();
  await vi.waitFor(() => expect(runs).toHaveLength(4), soon);
});

test('a name that no domain has is our mistake, found when it is asked for', { timeout: patience }, async () => {
  const { queue, workspaceId } = await workshop({});
  await expect(ask(queue, database, { name: 'toy.unknown', workspaceId, data: {} })).rejects.toThrow('toy.unknown');
});

async function workshop(
  parts: Parameters<typeof houseOf>[0],
  options: { workspaces?: string[]; rest?: boolean; concurrency?: number } = {},
) {
  const house = houseOf(parts);
  const queue = await queueFor(house, database, options.concurrency ? { concurrency: options.concurrency } : {});
  running.push(queue);
  const work = () => queue.work(toolsFor(house, database, options.workspaces ?? []));
  if (!options.rest) await work();
  return { queue, workspaceId: crypto.randomUUID(), work };
}
