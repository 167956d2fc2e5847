import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { CallView } from '#domains/channel-voice/contract';
import { newId } from '#platform/database';
import { cloneDatabase } from '../support/database.ts';
import { type RapportProcess, startRapport } from '../support/rapport-process.ts';
import { until } from '../support/until.ts';

/** The shortest that may be set. */
const offerSeconds = 5;
const waitSeconds = 15;
const secret = 'a-secret-of-thirty-two-characters-or-more-for-tests';

test('a call that rang when the program was killed goes on when it starts again: offered anew, then missed at its time', async () => {
  const { start } = await aDatabase();
  const killed = await start();
  const session = await setUp(killed);
  const brands = await session.ask<{ rows: { id: string }[] }>(killed, 'GET', '/api/brands');
  const values = { 'calls.offer-seconds': offerSeconds, 'calls.wait-seconds': waitSeconds };
  await session.ask(killed, 'PUT', '/api/settings', { values });
  const number = { channel: 'voice', name: 'Phone', address: '+351 21 555 01 00', settings: {} };
  const line = await session.ask<{ id: string }>(killed, 'POST', '/api/lines', {
    brandId: brands.rows[0]?.id,
    ...number,
  });
  await session.ask(killed, 'PUT', '/api/presence/me', { state: 'available' });
  const caller = { id: newId(), lineId: line.id, number: '+49 30 901820', name: 'Maya Lindqvist' };
  const ringing = await session.ask<CallView>(killed, 'POST', '/api/simulated-calls', caller);
  expect(ringing).toMatchObject({ state: 'ringing', can: expect.arrayContaining(['answer', 'decline']) });
  await killed.kill('SIGKILL');

  const again = await start();
  const call = () => session.ask<CallView>(again, 'GET', `/api/calls/${ringing.id}`);
  const offeredAnew = async () => (await call()).offer?.offeredAt !== ringing.offer?.offeredAt;
  await until('the offer nobody took has ended', offeredAnew, 30_000);
  const over = await until('the call is over', async () => ((await call()).state === 'done' ? call() : null), 30_000);
  expect(over).toMatchObject({ outcome: 'missed', endedBy: 'system' });
  expect(Date.parse(over.endedAt ?? '') - Date.parse(over.startedAt)).toBe(waitSeconds * 1000);
}, 120_000);

/** A database that outlives the processes started on it; what they need is taken away at the end. */
async function aDatabase() {
  const { url, drop } = await cloneDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), 'rapport-calls-'));
  const processes: RapportProcess[] = [];
  onTestFinished(async () => {
    for (const running of processes) await running.kill();
    await drop();
    rmSync(dataDir, { recursive: true, force: true });
  });
  return {
    async start(): Promise<RapportProcess> {
      const running = await startRapport({ DATABASE_URL: url, DATA_DIR: dataDir, SECRET_KEY: secret });
      processes.push(running);
      await running.ready();
      return running;
    },
  };
}

/** Opens the first workspace; its owner asks from then on, of whichever process. */
async function setUp(first: RapportProcess) {
  const owner = { ownerName: 'Olive Owner', address: 'olive@desk.test', password: 'a long enough password' };
  const reply = await post(`${first.url}/api/setup`, 'POST', '', { workspaceName: 'Calls', ...owner });
  const cookie = reply.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  return {
    async ask<T>({ url }: RapportProcess, method: string, path: string, body?: unknown): Promise<T> {
      return (await post(url + path, method, cookie, body)).json() as Promise<T>;
    },
  };
}

async function post(url: string, method: string, cookie: string, body?: unknown): Promise<Response> {
  const headers = { cookie, ...(body ? { 'content-type': 'application/json' } : {}) };
  const reply = await fetch(url, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
  if (!reply.ok) throw new Error(`${method} ${url}: ${reply.status} ${await reply.text()}`);
  return reply;
}
