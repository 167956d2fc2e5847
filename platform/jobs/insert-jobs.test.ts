import { afterAll, beforeAll, expect, test } from 'vitest';
import { PgBoss } from 'pg-boss';
import { task } from '#platform/domain';
import { startTestDatabase, type TestDatabase } from './test-database.ts';
import { houseOf, queueFor } from './test-house.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
}, 30_000);
afterAll(() => database.stop());

test('a job that we write looks to pg-boss like one that it wrote itself', { timeout: 30_000 }, async () => {
  const workspaceId = crypto.randomUUID();
  const data = { job: 'toy.work', workspaceId, number: 1 };
  const queue = await queueFor(houseOf({ jobs: [task('toy.work', async () => undefined, 450)] }), database);
  const boss = new PgBoss({ connectionString: database.url, schema: 'jobs', supervise: false, schedule: false });
  await boss.start();
  try {
    await queue.insert(database.db, [{ name: 'toy.work', workspaceId, data: { number: 1 } }]);
    await boss.insert('tasks', [{ data }]);
    const { rows } = await database.pool.query(
      `select to_jsonb(job) - array['id', 'created_on', 'start_after', 'keep_until'] as row,
         extract(epoch from keep_until - start_after) as kept, start_after <= now() as is_due
       from jobs.job order by created_on`,
    );
    expect(rows).toHaveLength(2);
    // Our tasks carry their own limit; a new column of pg-boss with a meaning of its own would show here.
    expect(rows[0].row).toEqual({ ...rows[1].row, expire_seconds: 900 });
    expect({ ...rows[0], row: null }).toEqual({ ...rows[1], row: null });
  } finally {
    await boss.stop({ graceful: false });
    await queue.stop();
  }
});

test('starters at the same moment on an empty database all get their queue', { timeout: 60_000 }, async () => {
  const empty = await startTestDatabase();
  try {
    const starters = await Promise.all(Array.from({ length: 6 }, () => queueFor(houseOf({}), empty)));
    await Promise.all(starters.map((queue) => queue.stop()));
    const { rows } = await empty.pool.query('select name from jobs.queue order by name');
    expect(rows.map((row) => row.name)).toEqual(expect.arrayContaining(['after', 'clock', 'dead', 'tasks']));
  } finally {
    await empty.stop();
  }
});

test('one call is one statement, however many jobs, queues and keys', { timeout: 30_000 }, async () => {
  const workspaceId = crypto.randomUUID();
  const queue = await queueFor(houseOf({ jobs: [task('toy.work', async () => undefined)] }), database);
  const statements: string[] = [];
  const recorded = globalThis.__rapportStatements;
  globalThis.__rapportStatements = (statement) => statements.push(statement);
  try {
    const loose = Array.from({ length: 50 }, (_, number) => ({ name: 'toy.work', workspaceId, data: { number } }));
    await queue.insert(database.db, [...loose, { name: 'toy.work', workspaceId, data: {}, singletonKey: 'a' }]);
    expect(statements.filter((statement) => statement.includes('job_common'))).toHaveLength(1);
  } finally {
    globalThis.__rapportStatements = recorded;
    await queue.stop();
  }
});
