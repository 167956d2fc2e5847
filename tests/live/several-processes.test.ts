import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#platform/database';
import { openLive, type LiveConnection } from '#platform/live-client';
import {
  findDebianPostgres,
  findRedis,
  type OutsideServer,
  startDebianPostgres,
  startRedis,
} from '../support/outside-servers.ts';
import { type RapportProcess, startRapport } from '../support/rapport-process.ts';
import { until } from '../support/until.ts';

const bin = findDebianPostgres();
const redisProgram = findRedis();
const missing = [bin ? null : 'no PostgreSQL from Debian', redisProgram ? null : 'no Redis or Valkey']
  .filter(Boolean)
  .join(', ');
/** Most copies that one worker holds at once. */
const heldAtOnce = 8;
const secret = 'a-secret-of-thirty-two-characters-or-more-for-tests';

describe.skipIf(missing !== '')(
  `two servers and two workers on one PostgreSQL and one Redis${missing ? ` (skipped: ${missing})` : ''}`,
  () => {
    const started: { stop(): Promise<void> }[] = [];
    const arrived: string[] = [];
    let database: OutsideServer;
    let servers: [RapportProcess, RapportProcess];
    let workers: [RapportProcess, RapportProcess];
    let cookie = '';
    let lineId = '';

    beforeAll(async () => {
      const mailHost = await startMailHost(arrived);
      database = await startDebianPostgres(bin ?? '');
      const redis = await startRedis(redisProgram ?? '');
      const dataDir = mkdtempSync(join(tmpdir(), 'rapport-several-'));
      started.push(mailHost, database, redis, { stop: async () => rmSync(dataDir, { recursive: true, force: true }) });
      const settings = {
        DATABASE_URL: database.url,
        REDIS_URL: redis.url,
        DATA_DIR: dataDir,
        SECRET_KEY: secret,
        SMTP_HOST: '127.0.0.1',
        SMTP_PORT: String(mailHost.port),
        SMTP_FROM: 'Desk <support@desk.test>',
      };
      // All at once on an empty database: each migration may run once only.
      const all = await Promise.all(
        ['server', 'server', 'worker', 'worker'].map((role) => startRapport({ ...settings, ROLE: role })),
      );
      const [a, b, w, v] = all;
      if (!a || !b || !w || !v) throw new Error('Not all processes were started.');
      servers = [a, b];
      workers = [w, v];
      await Promise.all(all.map((process) => process.ready()));
      cookie = await setUp(a.url);
      lineId = (
        await call<{ id: string }>(a.url, 'POST', '/api/lines', {
          brandId: await firstBrand(a.url),
          channel: 'email',
          name: 'Support',
          address: 'support@desk.test',
          settings: {},
        })
      ).id;
    }, 120_000);

    afterAll(async () => {
      await Promise.all([...(servers ?? []), ...(workers ?? [])].map((process) => process.kill()));
      for (const { stop } of started.reverse()) await stop();
    }, 60_000);

    test('migrations ran once under starters that came at the same moment', async () => {
      const client = new pg.Client({ connectionString: database.url });
      await client.connect();
      const { rows } = await client.query<{ files: number; names: number }>(
        'select count(*)::int as files, count(distinct name)::int as names from migrations',
      );
      await client.end();
      expect(rows[0]?.files).toBeGreaterThan(15);
      expect(rows[0]?.files).toBe(rows[0]?.names);
    });

    test('what happens on one server, or in a worker, reaches a screen of the other', async () => {
      const seen: { id: string; version: number | null }[] = [];
      const screen = await listen(servers[1].url, cookie, (changed) => seen.push(changed));
      try {
        expect(await screen.join('conversation:all')).toMatchObject({ ok: true });
        const { id, version } = await writeFirst('one@customer.example', 'Across');
        await until('the other server’s screen shows it', () =>
          seen.some((changed) => changed.id === id && changed.version === version),
        );
        // the worker sends it and says so through Redis
        await until('the worker’s news arrives', () =>
          seen.some((changed) => changed.id === id && (changed.version ?? 0) > version),
        );
        expect(arrived.filter((to) => to === 'one@customer.example')).toEqual(['one@customer.example']);
      } finally {
        screen.close();
      }
    });

    test('thirty replies over both servers each leave once, though a worker is killed in the middle', async () => {
      const addresses = Array.from({ length: 30 }, (_, index) => `person${index}@customer.example`);
      await Promise.all(
        addresses.map((address, index) => writeFirst(address, `Number ${index}`, servers[index % 2]?.url)),
      );
      await until('the first has left', () => arrived.includes('person0@customer.example') || arrived.length > 3);
      await workers[0].kill('SIGKILL');
      const client = new pg.Client({ connectionString: database.url });
      await client.connect();
      try {
        // A copy that the dead worker held at that moment is never sent again on its own; every other one has left, those
        // too that the living worker holds when the last one is taken.
        await until(
          'the other worker has done what was left',
          async () => {
            const { rows } = await client.query<{ waiting: number; sent: number }>(
              `select count(*) filter (where sent_at is null and claimed_at is null and failed_at is null and unconfirmed_at is null)::int as waiting,
                 count(*) filter (where sent_at is not null)::int as sent from deliveries`,
            );
            return rows[0]?.waiting === 0 && rows[0].sent >= addresses.length + 1 - heldAtOnce;
          },
          30_000,
        );
        const { rows } = await client.query<{ recipient: string; sent: boolean }>(
          'select recipient, sent_at is not null as sent from deliveries',
        );
        const times = addresses.map((address) => ({ address, arrived: arrived.filter((to) => to === address).length }));
        expect(times.filter((one) => one.arrived > 1)).toEqual([]);
        const sent = rows.filter((row) => row.sent).map(({ recipient }) => recipient);
        expect(sent.filter((recipient) => !arrived.includes(recipient))).toEqual([]);
        expect(sent.length).toBeGreaterThanOrEqual(addresses.length + 1 - heldAtOnce);
      } finally {
        await client.end();
      }
    }, 60_000);

    test('a server keeps working while a later version adds to its tables', async () => {
      const client = new pg.Client({ connectionString: database.url });
      await client.connect();
      const answers: number[] = [];
      const ending = new AbortController();
      const traffic = (async () => {
        while (!ending.signal.aborted) {
          const list = await fetch(`${servers[0].url}/api/conversations?box=all&order=newest&limit=20`, {
            headers: { cookie },
          });
          answers.push(list.status);
          await list.arrayBuffer();
        }
      })();
      try {
        await until('traffic flows', () => answers.length > 5);
        await client.query(
          'alter table conversations add column of_a_later_version text; alter table entries add column of_a_later_version integer not null default 0',
        );
        const { id } = await writeFirst('later@customer.example', 'Meanwhile');
        await until('it answers after the change too', () => answers.length > 30);
        expect(id).toBeTruthy();
      } finally {
        ending.abort();
        await traffic;
        await client.end();
      }
      expect(new Set(answers)).toEqual(new Set([200]));
    });

    async function call<T>(url: string, method: string, path: string, body?: unknown): Promise<T> {
      const reply = await fetch(url + path, {
        method,
        headers: { cookie, 'content-type': 'application/json' },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      const text = await reply.text();
      if (!reply.ok)
        throw new Error(
          `${method} ${path}: ${reply.status} ${text}\n${servers.map((server) => server.printed()).join('\n')}`,
        );
      return JSON.parse(text) as T;
    }

    async function firstBrand(url: string): Promise<string> {
      const { rows } = await call<{ rows: { id: string }[] }>(url, 'GET', '/api/brands');
      return rows[0]?.id ?? '';
    }

    async function writeFirst(
      to: string,
      subject: string,
      url = servers[0].url,
    ): Promise<{ id: string; version: number }> {
      return call(url, 'POST', '/api/conversations', {
        id: newId(),
        messageId: newId(),
        lineId,
        to,
        subject,
        text: `Hello, ${subject}`,
        undoWindowSeconds: 0,
      });
    }
  },
);

async function setUp(url: string): Promise<string> {
  const reply = await fetch(`${url}/api/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      workspaceName: 'Several',
      ownerName: 'Olive Owner',
      address: 'olive@desk.test',
      password: 'a long enough password',
    }),
  });
  if (!reply.ok) throw new Error(`Set-up: ${reply.status} ${await reply.text()}`);
  return reply.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}

function listen(
  url: string,
  cookie: string,
  onChanged: (changed: { id: string; version: number | null }) => void,
): Promise<LiveConnection> {
  return openLive({
    url,
    headers: { cookie },
    onChanged: (changed) => onChanged({ id: changed.id, version: 'version' in changed ? changed.version : null }),
    onHead: () => undefined,
    onState: () => undefined,
  });
}

/** A mail host that keeps who was written to. */
async function startMailHost(arrived: string[]): Promise<{ port: number; stop(): Promise<void> }> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, session, done) {
      stream.on('end', () => {
        for (const { address } of session.envelope.rcptTo) arrived.push(address);
        done();
      });
      stream.resume();
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // the worker that is killed lets its connection fall
  server.on('error', () => undefined);
  return {
    port: (server.server.address() as AddressInfo).port,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
