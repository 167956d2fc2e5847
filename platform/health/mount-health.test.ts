import { expect, test } from 'vitest';
import type { Tools } from '#platform/domain';
import { createServer, type Server } from '#platform/http';
import { readConfig } from '#platform/config';
import { gather } from '#platform/domain';
import { useWorld } from '../../tests/support/world.ts';
import { counter, mountHealth, platformChecks, programVersion } from './index.ts';

const world = useWorld();

const count = counter('rapport_toy_mails_total', 'Mails of this test, by fate.', ['fate']);

async function serverWith(
  tools: Partial<Tools> = {},
  parts: { migrations?: string[]; isStopping?: () => boolean } = {},
): Promise<Server> {
  const all = { ...world().tools, ...tools };
  const server = await createServer({ house: gather([], []), tools: all, authenticate: async () => null });
  mountHealth(server, { tools: all, pool: world().database.pool, screens: () => 3, ...parts });
  return server;
}

test('a server whose database answers and whose jobs are worked is ready', async () => {
  const { app } = await serverWith({}, { migrations: ['identity/001-workspaces'] });
  for (const url of ['/health', '/health/ready', '/health/live']) {
    expect({ url, status: (await app.inject(url)).statusCode }).toEqual({ url, status: 200 });
  }
  expect((await app.inject('/health')).json()).toEqual({ state: 'ready', says: ['Ready.'] });
});

test.each([
  [
    'the database is away',
    { read: async () => Promise.reject(new Error('connect ECONNREFUSED 10.1.2.3:5432')) },
    {},
    'The database does not answer.',
  ],
  [
    'the tables are older than the program',
    {},
    { migrations: ['toy/999-later'] },
    'The database is being brought up to date.',
  ],
  ['nobody works the jobs', { jobs: lagOf(5_000) }, {}, 'Work waits for too long: no worker seems to run.'],
  ['it is going down', {}, { isStopping: () => true }, 'The server is going down.'],
])('when %s it is not ready, says so in words, and is still live', async (_when, tools, parts, words) => {
  const { app } = await serverWith(tools as Partial<Tools>, parts);
  const answer = await app.inject('/health');
  expect(answer.statusCode).toBe(503);
  expect(answer.json()).toEqual({ state: 'not-ready', says: [words] });
  expect((await app.inject('/health/live')).statusCode).toBe(200);
});

test('figures are for this machine and for who has the token; others find nothing', async () => {
  const token = 'a-long-word-that-prometheus-knows';
  const { app } = await serverWith({ config: readConfig({ METRICS_TOKEN: token }) });
  const ask = async (headers: Record<string, string>, remoteAddress = '203.0.113.9'): Promise<number> =>
    (await app.inject({ url: '/metrics', headers: { host: 'service.example.com', ...headers }, remoteAddress }))
      .statusCode;
  expect(await ask({ host: 'localhost:3000' }, '127.0.0.1')).toBe(200);
  expect(await ask({ authorization: `Bearer ${token}` })).toBe(200);
  expect(await ask({})).toBe(404);
  expect(await ask({ authorization: 'Bearer something-else-of-length' })).toBe(404);
  // a proxy on this machine speaks for somebody else
  expect(await ask({}, '127.0.0.1')).toBe(404);
  expect(await ask({ host: 'localhost', 'x-forwarded-for': '203.0.113.9' }, '127.0.0.1')).toBe(404);
});

test('without a token nobody elsewhere reads the figures', async () => {
  const { app } = await serverWith();
  expect(
    (await app.inject({ url: '/metrics', headers: { authorization: 'Bearer null' }, remoteAddress: '203.0.113.9' }))
      .statusCode,
  ).toBe(404);
});

test('the figures say how long requests took, how far jobs are behind, and what domains count', async () => {
  const { app } = await serverWith({ jobs: lagOf(42) });
  count({ fate: 'parked' }, 2);
  await app.inject('/health');
  const { body } = await app.inject({ url: '/metrics', headers: { host: '127.0.0.1' } });
  expect(body).toContain('rapport_http_request_seconds_count{method="GET",route="/health",status="2xx"} 1');
  expect(body).toContain('rapport_jobs_lag_seconds 42');
  expect(body).toContain('rapport_toy_mails_total{fate="parked"} 2');
  expect(body).toContain('rapport_screens 3');
  expect(body).toMatch(/rapport_database_connections \d/);
  expect(body).toContain('process_resident_memory_bytes');
});

test('the platform says of itself how it is, each with its figures', async () => {
  const { id } = await world().newWorkspace();
  const reports = new Map<string, Awaited<ReturnType<(typeof platformChecks)[number]['check']>>>();
  for (const { name, check } of platformChecks) reports.set(name, await check(world().tools, id));
  expect([...reports.keys()]).toEqual(['database', 'disk', 'jobs', 'clock', 'versions']);
  expect(reports.get('clock')).toMatchObject({ state: 'good', facts: { skewMs: expect.any(Number) } });
  expect(reports.get('versions')).toMatchObject({
    state: 'good',
    facts: { program: programVersion, node: process.versions.node },
  });
  expect(reports.get('database')?.says).toMatch(/Answers/);
});

test('work that waits and work that gave up come with what to do', async () => {
  const check = platformChecks.find(({ name }) => name === 'jobs');
  const late = await check?.check({ ...world().tools, jobs: lagOf(1_800, 2) }, '');
  expect(late).toMatchObject({
    state: 'bad',
    says: 'The oldest of 7 waiting jobs should have run 30 minutes ago.',
    mend: expect.stringContaining('worker'),
  });
  const dead = await check?.check({ ...world().tools, jobs: lagOf(0, 1) }, '');
  expect(dead).toMatchObject({ state: 'warning', says: '1 job has given up.' });
});

function lagOf(oldestSeconds: number, dead = 0): Tools['jobs'] {
  return {
    dead: async () => ({ rows: [], next: null }),
    retryDead: async () => false,
    dropDead: async () => false,
    lag: async () => ({ waiting: 7, oldestSeconds, dead }),
    release: async () => 0,
    forget: async () => 0,
  };
}
