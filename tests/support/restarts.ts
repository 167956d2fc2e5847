import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { cloneDatabase } from './database.ts';
import { type RapportProcess, startRapport } from './rapport-process.ts';

const secret = 'a-secret-of-thirty-two-characters-or-more-for-tests';

/** A database that outlives the processes started on it; what they need is taken away at the end of the test. */
export async function aLastingDatabase(): Promise<{ readonly url: string; start(): Promise<RapportProcess> }> {
  const { url, drop } = await cloneDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), 'rapport-restarts-'));
  const processes: RapportProcess[] = [];
  onTestFinished(async () => {
    for (const running of processes) await running.kill();
    await drop();
    rmSync(dataDir, { recursive: true, force: true });
  });
  return {
    url,
    async start() {
      const running = await startRapport({ DATABASE_URL: url, DATA_DIR: dataDir, SECRET_KEY: secret });
      processes.push(running);
      await running.ready();
      return running;
    },
  };
}

/** Opens the first workspace; its owner asks from then on, of whichever process. */
export async function ownerOf(first: RapportProcess) {
  const owner = { ownerName: 'Olive Owner', address: 'olive@desk.test', password: 'a long enough password' };
  const reply = await send(`${first.url}/api/setup`, 'POST', '', { workspaceName: 'Calls', ...owner });
  const cookie = reply.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  return {
    async ask<T>({ url }: RapportProcess, method: string, path: string, body?: unknown): Promise<T> {
      const answer = await send(url + path, method, cookie, body);
      return (answer.status === 204 ? undefined : await answer.json()) as T;
    },
  };
}

async function send(url: string, method: string, cookie: string, body?: unknown): Promise<Response> {
  const headers = { cookie, ...(body ? { 'content-type': 'application/json' } : {}) };
  const reply = await fetch(url, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
  if (!reply.ok) throw new Error(`${method} ${url}: ${reply.status} ${await reply.text()}`);
  return reply;
}
