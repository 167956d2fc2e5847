import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '#platform/database';
import { type MailRig, startMailRig } from './mail-rig.ts';
import { freePort } from './ports.ts';
import { type RapportProcess, startRapport } from './rapport-process.ts';
import { until } from './until.ts';

const secret = 'a-secret-of-thirty-two-characters-or-more-for-tests';

export const targets = ['server', 'worker', 'postgres', 'dovecot', 'postfix'] as const;
export type Target = (typeof targets)[number];

/** A server, a worker, PostgreSQL, Postfix and Dovecot, each of which can be killed with -9 and comes back. */
export interface KillRig {
  readonly rig: MailRig;
  readonly doorPort: number;
  readonly databaseUrl: string;
  /** Kills one and starts it again as its supervisor would; resolves when it answers. */
  kill(target: Target): Promise<void>;
  /** Asks the server as its owner. */
  ask<T>(method: string, path: string, body?: unknown): Promise<T>;
  stop(): Promise<void>;
}

/** Starts all of them and opens the first workspace. */
export async function startKillRig(): Promise<KillRig> {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-killed-'));
  const postgres = await startEmbeddedPostgres({ dataDir: folder, log: () => undefined });
  const rig = await startMailRig();
  const [port, doorPort] = [await freePort(), await freePort()];
  const settings = {
    DATABASE_URL: postgres.url,
    DATA_DIR: folder,
    SECRET_KEY: secret,
    SMTP_DOOR_PORT: String(doorPort),
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
  };
  const begin = async (role: 'server' | 'worker'): Promise<RapportProcess> => {
    const own = role === 'worker' ? { ...settings, PORT: String(await freePort()), SMTP_DOOR_PORT: '0' } : settings;
    const running = await startRapport({ ...own, ROLE: role });
    await running.ready(120_000);
    return running;
  };
  const running = { server: await begin('server'), worker: await begin('worker') };
  const url = settings.PUBLIC_URL;
  const cookie = await setUp(url);
  const restart = async (role: 'server' | 'worker'): Promise<void> => {
    await running[role].kill('SIGKILL');
    running[role] = await begin(role);
  };
  return {
    rig,
    doorPort,
    databaseUrl: postgres.url,
    kill: (target) => {
      if (target === 'server' || target === 'worker') return restart(target);
      return target === 'postgres' ? killPostgres(postgres) : rig.killHost(target);
    },
    ask: (method, path, body) => call(url + path, method, cookie, body),
    async stop() {
      await Promise.all([running.server.kill(), running.worker.kill()]);
      await rig.stop();
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Its supervisor starts it again; it answers once it has recovered. */
async function killPostgres(postgres: EmbeddedPostgres): Promise<void> {
  const { pid } = postgres;
  process.kill(pid, 'SIGKILL');
  await until(
    'PostgreSQL is back',
    async () => {
      if (postgres.pid === pid) return false;
      const client = new pg.Client({ connectionString: postgres.url });
      client.on('error', () => undefined);
      await client.connect();
      await client.end();
      return true;
    },
    60_000,
  );
}

async function setUp(url: string): Promise<string> {
  const owner = { ownerName: 'Olive Owner', address: 'olive@desk.test', password: 'a long enough password' };
  const reply = await fetch(`${url}/api/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ workspaceName: 'Killed', ...owner }),
  });
  if (!reply.ok) throw new Error(`Set-up: ${reply.status} ${await reply.text()}`);
  return reply.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}

async function call<T>(url: string, method: string, cookie: string, body?: unknown): Promise<T> {
  const reply = await fetch(url, {
    method,
    headers: { cookie, 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
    signal: AbortSignal.timeout(20_000),
  });
  if (!reply.ok) throw new Error(`${method} ${url}: ${reply.status} ${await reply.text()}`);
  return (await reply.json()) as T;
}
