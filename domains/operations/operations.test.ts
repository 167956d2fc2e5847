import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Domain, gather, type Tools, task } from '#platform/domain';
import { createServer, type Server } from '#platform/http';
import { createJobQueue, type JobQueue } from '#platform/jobs';
import { createTools } from '#platform/work';
import { until } from '../../tests/support/until.ts';
import type { Workspace } from '../../tests/support/workspace.ts';
import { useWorld } from '../../tests/support/world.ts';
import { operations } from './index.ts';

const world = useWorld();

let isBroken = true;
let done = 0;
/** A job that fails until its cause is mended, and checks of every sort. */
const toy: Domain = {
  name: 'toy',
  needs: [],
  jobs: [
    task('toy.deliver', async () => {
      if (isBroken) throw new Error('550 refused for maya@example.com');
      done += 1;
    }),
  ],
  health: [
    { name: 'toy-good', title: 'Toy', check: async () => ({ state: 'good', says: 'Works.' }) },
    { name: 'toy-broken', title: 'Broken toy', check: () => Promise.reject(new Error('no')) },
  ],
};

let queue: JobQueue;
let tools: Tools;
let server: Server;
let workspace: Workspace;
const knocking = new Map<string, Parameters<typeof sessionOf>[0]>();

beforeAll(async () => {
  workspace = await world().newWorkspace();
  const { database, config, files } = world();
  const house = gather([operations, toy], []);
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  queue = await createJobQueue({
    pool: database.pool,
    databaseUrl: database.url,
    house,
    log,
    retry: { limit: 0, delaySeconds: 1, longestDelaySeconds: 1 },
  });
  tools = createTools({ db: database.db, config, house, files, log, jobs: queue, publish: () => undefined });
  await queue.work(tools);
  knocking.set('administrator', await workspace.teammate('administrator'));
  knocking.set('leader', await workspace.teammate('team-leader'));
  knocking.set('agent', await workspace.teammate('agent'));
  server = await createServer({
    house,
    tools,
    authenticate: async (headers) => sessionOf(knocking.get(headers.get('x-as') ?? '')),
  });
}, 60_000);
afterAll(async () => {
  await server?.close();
  await queue?.stop(1_000);
});

test('the page says how the platform and every domain are, and a check that fails does not take it down', async () => {
  const { checkedAt, rows } = (await call('leader', 'GET', '/api/health-checks')).json();
  expect(Date.parse(checkedAt)).toBeGreaterThan(0);
  expect(rows.map(({ name }: { name: string }) => name)).toEqual([
    'database',
    'disk',
    'jobs',
    'clock',
    'versions',
    'toy-good',
    'toy-broken',
  ]);
  expect(rows.find(({ name }: { name: string }) => name === 'toy-broken')).toMatchObject({
    state: 'bad',
    says: 'This could not be found out.',
    mend: expect.stringContaining('log'),
  });
  expect(rows.find(({ name }: { name: string }) => name === 'toy-good')).toEqual({
    name: 'toy-good',
    title: 'Toy',
    state: 'good',
    says: 'Works.',
    mend: null,
    facts: {},
  });
});

test('a job that gives up is on the list with its reason; mended and tried again it is done', async () => {
  await workspaceAsks();
  const [dead] = await deadJobs('administrator', 1);
  expect(dead).toMatchObject({
    job: 'toy.deliver',
    tries: 1,
    can: ['retry', 'drop'],
    error: expect.stringContaining('550 refused'),
  });
  // whoever only looks may do nothing about it
  expect((await deadJobs('leader', 1))[0]).toMatchObject({ can: [] });
  expect((await call('leader', 'POST', `/api/dead-jobs/${dead?.id}/retry`)).statusCode).toBe(403);
  expect((await call('agent', 'GET', '/api/dead-jobs')).statusCode).toBe(403);

  isBroken = false;
  expect((await call('administrator', 'POST', `/api/dead-jobs/${dead?.id}/retry`)).statusCode).toBe(204);
  await until('the job tried again', () => done === 1);
  expect(await deadJobs('administrator', 0)).toEqual([]);
  expect((await call('administrator', 'POST', `/api/dead-jobs/${dead?.id}/retry`)).statusCode).toBe(404);
});

test('a job can be dropped, but not by another workspace', async () => {
  isBroken = true;
  await workspaceAsks();
  const [dead] = await deadJobs('administrator', 1);
  const stranger = await world().newWorkspace();
  knocking.set('stranger', { ...stranger.owner, workspaceId: stranger.id });
  expect((await call('stranger', 'DELETE', `/api/dead-jobs/${dead?.id}`)).statusCode).toBe(404);
  expect((await call('administrator', 'DELETE', `/api/dead-jobs/${dead?.id}`)).statusCode).toBe(204);
  expect(await deadJobs('administrator', 0)).toEqual([]);
});

const workspaceAsks = (): Promise<void> =>
  tools.transact({ workspaceId: workspace.id }, async (ctx) => ctx.enqueue('toy.deliver', {}));

async function deadJobs(who: string, count: number): Promise<{ id: string }[]> {
  let rows: { id: string }[] = [];
  await until(`${count} jobs have given up`, async () => {
    ({ rows } = (await call(who, 'GET', '/api/dead-jobs')).json());
    return rows.length === count;
  });
  return rows;
}

function call(who: string, method: 'GET' | 'POST' | 'DELETE', url: string) {
  return server.app.inject({ method, url, headers: { 'x-as': who } });
}

function sessionOf(actor: (Workspace['owner'] & { workspaceId?: string }) | undefined) {
  return actor ? { workspaceId: actor.workspaceId ?? workspace.id, actor, via: 'api' as const } : null;
}
