import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#platform/database';
import { cloneDatabase } from '../support/database.ts';
import { freePort } from '../support/ports.ts';
import { type RapportProcess, startRapport } from '../support/rapport-process.ts';

/** How many work at once, and for how long. */
const teammates = 25;
const workMs = 30_000;
/** Most the program's memory may grow while they work, in bytes. */
const growthLimitBytes = 200_000_000;

const ends: (() => unknown)[] = [];
let program: RapportProcess;

beforeAll(async () => {
  const database = await cloneDatabase();
  ends.push(() => database.drop());
  const dataDir = mkdtempSync(join(tmpdir(), 'rapport-load-'));
  ends.push(() => rmSync(dataDir, { recursive: true, force: true }));
  program = await startRapport(
    { DATABASE_URL: database.url, DATA_DIR: dataDir, SMTP_DOOR_PORT: String(await freePort()) },
    [],
  );
  ends.push(() => program.kill());
  await program.ready(150_000);
}, 180_000);
afterAll(async () => {
  for (const end of ends.reverse()) await end();
}, 60_000);

interface Listed {
  readonly rows: readonly { readonly id: string }[];
}

test('twenty-five agents read, open and note at once: nothing fails, and memory stays', {
  timeout: 120_000,
}, async () => {
  const cookie = await signIn();
  await work(cookie, Date.now() + 3_000); // warm
  const before = memoryOf(program.child.pid);
  const until = Date.now() + workMs;
  const done = (await Promise.all(Array.from({ length: teammates }, () => work(cookie, until)))).flat();
  const failed = done.filter((status) => status >= 400);
  expect(failed).toEqual([]);
  expect(done.length).toBeGreaterThan(1_000);
  expect(memoryOf(program.child.pid) - before).toBeLessThan(growthLimitBytes);
});

async function signIn(): Promise<string> {
  const reply = await fetch(`${program.url}/api/demo/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ role: 'agent' }),
  });
  expect(reply.status).toBe(200);
  const cookies = reply.headers.getSetCookie().map((line) => line.split(';')[0]);
  return cookies.join('; ');
}

/** One agent's rounds: the list, a conversation and its spine, a note, the counts; answers every status. */
async function work(cookie: string, until: number): Promise<number[]> {
  const statuses: number[] = [];
  const ask = async (path: string, body?: unknown): Promise<unknown> => {
    const reply = await fetch(program.url + path, {
      headers: { cookie, 'content-type': 'application/json' },
      ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
    });
    statuses.push(reply.status);
    return reply.json();
  };
  for (let round = 0; Date.now() < until; round += 1) {
    const { rows } = (await ask('/api/conversations?box=all&order=newest&limit=20')) as Listed;
    const id = rows[round % Math.max(1, rows.length)]?.id;
    await ask(`/api/conversations/${id}`);
    await ask(`/api/conversations/${id}/entries`);
    await ask(`/api/conversations/${id}/notes`, { id: newId(), text: `Round ${round}` });
    await ask('/api/boxes');
  }
  return statuses;
}

/** Resident memory of a process, in bytes, as Linux tells it. */
function memoryOf(pid: number | undefined): number {
  const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]);
  return pages * 4_096;
}
