import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { processLives } from '#platform/start';
import { findBinaries, installed } from './embedded-binaries.ts';
import { diesWithin } from './embedded-orphan.ts';
import { type EmbeddedPostgres, findEmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts';
import { chooseUser, makeHome, runAs } from './embedded-user.ts';

const patience = { timeout: 60_000 };
const isRoot = process.getuid?.() === 0;

let folder = '';
let started: EmbeddedPostgres[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rapport-pg-'));
  // As any folder below /tmp or /srv: else root's database would be kept in /var/lib/rapport.
  chmodSync(folder, 0o755);
});
afterEach(async () => {
  for (const postgres of started) await postgres.stop();
  started = [];
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

describe('the built-in PostgreSQL', () => {
  test('is made on the first start, keeps its data over a stop, and may be found while it runs', patience, async () => {
    const dataDir = join(folder, 'data');
    const first = await start(dataDir);
    await query(first.url, 'create table letters (body text)', `insert into letters values ('Where is my order?')`);
    expect(await findEmbeddedPostgres(dataDir)).toBe(first.url);
    // where a system has sockets it is reached by its own, which is for its own user alone
    const hasSockets = process.platform !== 'win32';
    const socket = statSync(join(first.folder, `.s.PGSQL.${new URL(first.url).port}`), { throwIfNoEntry: false });
    expect(await query(first.url, 'select inet_client_addr() is null as by_socket')).toEqual([
      { by_socket: hasSockets },
    ]);
    expect(socket ? socket.mode & 0o777 : null).toBe(hasSockets ? 0o700 : null);
    expect(statSync(join(dataDir, 'postgres/password')).mode & 0o777).toBe(0o600);
    await expect(start(dataDir)).rejects.toThrow(/already runs here/);
    await first.stop();
    expect(processLives(first.pid)).toBe(false);
    expect(await findEmbeddedPostgres(dataDir)).toBeNull();

    const second = await start(dataDir);
    expect(await query(second.url, 'select body from letters')).toEqual([{ body: 'Where is my order?' }]);
    expect(
      await query(second.url, 'create extension pg_trgm', `select show_trgm('привет') <> '{}' as knows_letters`),
    ).toEqual([{ knows_letters: true }]);
  });

  test('killed with -9 it is started again on the same port, and what was committed is there', patience, async () => {
    const postgres = await start(folder, { fsync: true });
    const { pid } = postgres;
    await query(postgres.url, 'create table letters (n int)', 'insert into letters select generate_series(1, 5000)');
    process.kill(pid, 'SIGKILL');
    await expect.poll(() => postgres.pid, { timeout: 30_000 }).not.toBe(pid);
    expect(await query(postgres.url, 'select count(*)::int from letters')).toEqual([{ count: 5000 }]);
  });

  test.runIf(process.platform === 'linux')(
    'dies with the process that started it, and the next start finds all',
    patience,
    async () => {
      const child = await startElsewhere('');
      child.process.kill('SIGKILL');
      expect(await diesWithin(child.pid, 20_000)).toBe(true);
      const next = await start(folder);
      expect(await query(next.url, 'select n from kept')).toEqual([{ n: 7 }]);
    },
  );

  test.runIf(process.platform === 'linux')(
    'left behind where nothing ends it with its parent, it is stopped and started anew',
    patience,
    async () => {
      // A PATH without setpriv, as on a small system.
      const child = await startElsewhere('/nonexistent');
      child.process.kill('SIGKILL');
      await once(child.process, 'exit');
      expect(processLives(child.pid)).toBe(true);

      const next = await start(folder);
      expect(next.pid).not.toBe(child.pid);
      expect(await diesWithin(child.pid, 0)).toBe(true);
      expect(await query(next.url, 'select n from kept')).toEqual([{ n: 7 }]);
    },
  );

  test('a data folder of another major version is refused in words', patience, async () => {
    const postgres = await start(folder);
    await postgres.stop();
    writeFileSync(join(folder, 'postgres/data/PG_VERSION'), '15\n');
    await expect(start(folder)).rejects.toThrow(/is of PostgreSQL 15, and this Rapport brings 18/);
  });
});

describe.runIf(isRoot)('as root', () => {
  test('a clone that its user may not read is copied into the data folder, links and all', patience, async () => {
    const clone = join(folder, 'home/clone');
    cpSync(installed(), clone, {
      recursive: true,
      filter: (path) => !/\.so(\.\d+)?$/.test(path) || !path.includes('libicu'),
    });
    chmodSync(join(folder, 'home'), 0o700);
    const user = chooseUser(folder);
    const home = makeHome(join(folder, 'data'), user);
    const binaries = await findBinaries(home, user, clone);
    expect(binaries.folder).toBe(join(home, `program-${binaries.version}`));
    expect(runAs(user, binaries.program('postgres'), ['--version']).stdout).toContain('PostgreSQL');
    expect(await findBinaries(home, user, clone)).toMatchObject({ folder: binaries.folder });
  });

  test('a data folder below a closed home has its database elsewhere, and points there', () => {
    const closed = mkdtempSync(join(folder, 'root-'));
    const user = chooseUser(folder);
    const elsewhere = join(folder, 'lib');
    const home = makeHome(join(closed, 'clone/.data'), user, elsewhere);
    expect(home).toMatch(/\/lib\/clone-[0-9a-f]{12}$/);
    expect(statSync(closed).mode & 0o777).toBe(0o700);
    expect(makeHome(join(closed, 'clone/.data'), user, elsewhere)).toBe(home);
    expect(runAs(user, '/bin/sh', ['-c', 'touch "$1/x"', 'sh', home]).status).toBe(0);
  });

  test('where there is no user to run it as, it says so', () => {
    expect(() => chooseUser(folder, '/dev/null')).toThrow(/neither a user `rapport` nor `nobody`/);
  });
});

async function start(dataDir: string, { fsync = false } = {}): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres({ dataDir, log: () => {}, fsync });
  started.push(postgres);
  return postgres;
}

/** Start it under another process, with one row in it. */
async function startElsewhere(path: string) {
  const script = `
    import { startEmbeddedPostgres } from ${JSON.stringify(join(import.meta.dirname, 'embedded-postgres.ts'))};
    import pg from 'pg';
    const postgres = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(folder)}, log: () => {}, fsync: false });
    const client = new pg.Client(postgres.url);
    await client.connect();
    await client.query('create table kept as select 7 as n');
    await client.end();
    console.log(postgres.pid);`;
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], {
    cwd: join(import.meta.dirname, '../..'),
    stdio: ['ignore', 'pipe', 'inherit'],
    env: path ? { ...process.env, PATH: path } : process.env,
  });
  const [line] = await once(child.stdout, 'data');
  return { process: child, pid: Number(line) };
}

async function query(url: string, ...statements: string[]): Promise<unknown[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    let rows: unknown[] = [];
    for (const statement of statements) ({ rows } = await client.query(statement));
    return rows;
  } finally {
    await client.end();
  }
}
