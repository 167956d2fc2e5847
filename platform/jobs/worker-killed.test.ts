import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { task } from '#platform/domain';
import { startTestDatabase, type TestDatabase } from './test-database.ts';
import { ask, houseOf, queueFor, toolsFor } from './test-house.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
}, 30_000);
afterAll(() => database.stop());

test('the jobs of a worker killed with -9 are run by another within 30 seconds', { timeout: 60_000 }, async () => {
  const workspaceId = crypto.randomUUID();
  const done: number[] = [];
  const house = houseOf({ jobs: [task('toy.work', async (_ctx, data) => void done.push(Number(data['number'])))] });
  const queue = await queueFor(house, database);
  const doomed = await startWorker();
  const jobs = [1, 2, 3].map((number) => ({ name: 'toy.work', workspaceId, data: { number } }));
  await ask(queue, database, ...jobs);
  await vi.waitFor(() => expect(doomed.taken).toHaveLength(3), { timeout: 10_000, interval: 20 });

  doomed.process.kill('SIGKILL');
  await queue.work(toolsFor(house, database));

  await vi.waitFor(() => expect(done.toSorted()).toEqual([1, 2, 3]), { timeout: 30_000, interval: 50 });
  await queue.stop();
});

async function startWorker(): Promise<{ process: ChildProcess; taken: string[] }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'test-worker.ts')], {
    env: { ...process.env, TEST_DATABASE_URL: database.url },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const taken: string[] = [];
  const lines = createInterface({ input: child.stdout });
  const ready = new Promise<void>((done, fail) => {
    lines.on('line', (line) => {
      if (line === 'ready') done();
      else taken.push(line);
    });
    child.once('exit', (code) => fail(new Error(`The worker ended with ${code}.`)));
  });
  await ready;
  return { process: child, taken };
}
