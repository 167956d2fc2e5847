import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { aWorld, openScreen, startServer, teammate } from './test-world.ts';

const program = ['redis-server', 'valkey-server'].find((name) => spawnSync(name, ['--version']).status === 0);
const soon = { timeout: 10_000, interval: 20 };
const opened: (() => unknown)[] = [];
afterAll(async () => {
  for (const close of opened.toReversed()) await close();
});

test('what one server commits reaches the screens of another, and only those who may see it', {
  timeout: 30_000,
}, async ({ skip }) => {
  if (!program) return skip('no redis-server or valkey-server on this machine');
  const redisUrl = await startRedis(program);
  const world = aWorld();
  teammate(world, 'priya', ['post']);
  teammate(world, 'sam', ['shop']);
  teammate(world, 'ines', ['post']);
  world.parcels.set('p1', { id: 'p1', teamId: 'post', version: 1 });
  const here = await startServer(world, { redisUrl });
  const there = await startServer(world, { redisUrl });
  const priya = await openScreen(there.url, 'priya');
  const sam = await openScreen(there.url, 'sam');
  const ines = await openScreen(here.url, 'ines');
  opened.push(
    () => here.stop(),
    () => there.stop(),
    () => priya.close(),
    () => sam.close(),
    () => ines.close(),
  );
  await Promise.all([
    priya.join('parcels:team-post'),
    priya.join('parcels:p1'),
    sam.join('parcels:team-shop'),
    ines.join('parcels:p1'),
  ]);

  // The servers find each other within moments of their start; until then a change is seen at the next head.
  await vi.waitFor(() => {
    const version = (world.parcels.get('p1')?.version ?? 0) + 1;
    world.parcels.set('p1', { id: 'p1', teamId: 'post', version });
    here.publish([{ workspaceId: 'north', topic: 'parcels', subjectId: 'p1' }]);
    expect(priya.changed.length).toBeGreaterThan(0);
  }, soon);
  expect(priya.changed[0]).toMatchObject({ topic: 'parcels', id: 'p1', view: { id: 'p1', teamId: 'post' } });

  ines.signal('parcels:p1', 'writing');
  await vi.waitFor(() => expect(priya.people.at(-1)?.people).toEqual([{ teammateId: 'ines', kind: 'writing' }]), soon);

  teammate(world, 'priya', []);
  here.recheck('north', ['priya']);
  await vi.waitFor(() => expect(priya.left.toSorted()).toEqual(['parcels:p1', 'parcels:team-post']), soon);
  // Unknown to that server where the parcel was before, it may say that it is gone; it never says what it is.
  expect(sam.changed.every((message) => 'gone' in message)).toBe(true);
});

/** A Redis of its own on a free port, without a file; stopped at the end. */
async function startRedis(path: string): Promise<string> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'rapport-redis-'));
  const server: ChildProcess = spawn(
    path,
    ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', folder],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  opened.push(async () => {
    const ended = new Promise((done) => server.once('exit', done));
    server.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  });
  await new Promise<void>((ready, fail) => {
    server.once('exit', (code) => fail(new Error(`Redis ended with ${code}.`)));
    server.stdout?.on('data', (text: Buffer) => {
      if (text.toString().includes('Ready to accept connections')) ready();
    });
  });
  return `redis://127.0.0.1:${port}`;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  return typeof address === 'object' && address ? address.port : 0;
}
