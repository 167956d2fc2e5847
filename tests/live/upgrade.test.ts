import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { migrationsOf } from '../../apps/server/compose.ts';
import { domains } from '../../domains/index.ts';
import { addNote, reply } from '#domains/conversations';
import { backup, createDatabase, type Migration, migrate, newId, openDatabase, restore } from '#platform/database';
import { openWorld } from '../support/world.ts';
import { type OldServer, startOldServer } from './old-server.ts';
import { aDesk, aReply } from './story-desk.ts';

/** Databases as earlier versions left them, in our own backups: `node scripts/record-version.mjs` adds one at a landing. */
const recorded = join(import.meta.dirname, 'upgrade');
const versions = existsSync(recorded)
  ? readdirSync(recorded)
      .filter((name) => name.endsWith('.rapport'))
      .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
  : [];
/** Beside it this version must work; from older ones it is enough to come. A column leaves in two releases. */
const besideIt: readonly (string | undefined)[] = ['today', versions.at(-1)];
const monday = new Date('2026-11-16T09:00:00Z');
/** Most milliseconds a reader or writer may have to wait for a migration: beyond it a customer notices. */
const waitLimitMs = 8_000;

let folder = '';
/** The database of today, filled, as a backup: what is recorded at a landing. */
let today = '';
const made: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rapport-upgrade-'));
  today = join(folder, 'today.rapport');
  await writeToday(today);
  const version = process.env['RAPPORT_RECORD_VERSION'];
  if (version) await writeToday(join(recorded, `${version}.rapport`));
}, 120_000);

afterAll(async () => {
  for (const name of made) await onCluster(`drop database if exists ${name} with (force)`);
  if (folder) rmSync(folder, { recursive: true });
});

test.each(['today', ...versions])(
  'from the database of %s to this one, while a server of then goes on working',
  async (version) => {
    const url = await emptyDatabase();
    await restore({ url, file: version === 'today' ? today : join(recorded, version) });
    const before = await rowCounts(url);
    const migrations = await migrationsOf(domains);
    if (besideIt.includes(version)) await upgradeUnderLoad(url, migrations);
    else await run(url, (pool) => migrate(pool, migrations));
    const after = await rowCounts(url);
    for (const [table, rows] of Object.entries(before))
      expect(after[table] ?? 0, `rows of ${table}`).toBeGreaterThanOrEqual(rows);
    const fresh = await emptyDatabase();
    await run(fresh, (pool) => migrate(pool, migrations));
    expect(await shapeOf(url)).toEqual(await shapeOf(fresh));
  },
);

test('a file that only adds goes on beside a working server', async () => {
  const url = await emptyDatabase();
  await restore({ url, file: today });
  const migrations = await migrationsOf(domains);
  const rounds = await upgradeUnderLoad(url, [
    ...migrations,
    aFile(
      'adds',
      'alter table conversations add column mood smallint; create table moods (workspace_id uuid not null, id uuid not null, primary key (workspace_id, id));',
    ),
  ]);
  expect(rounds).toBeGreaterThanOrEqual(4);
});

test.each([
  ['takes a column away', 'alter table conversations drop column subject'],
  ['renames a table', 'alter table contacts rename to attempts'],
  [
    'asks for a value that the former version does not know',
    "alter table entries add column tone text not null default 'x'; alter table entries alter column tone drop default",
  ],
])('a file that %s is caught by the server of before', async (_what, sql) => {
  const url = await emptyDatabase();
  await restore({ url, file: today });
  await expect(upgradeUnderLoad(url, [...(await migrationsOf(domains)), aFile('breaks', sql)])).rejects.toThrow(
    'The old server',
  );
});

test('three starters at once on an empty database: each file is run once', async () => {
  const url = await emptyDatabase();
  const migrations = await migrationsOf(domains);
  const ran = await Promise.all([1, 2, 3].map(() => run(url, (pool) => migrate(pool, migrations))));
  expect(ran.flat().sort()).toEqual(migrations.map(({ name }) => name).sort());
  const names = await run(url, async (pool) =>
    (await pool.query<{ name: string }>('select name from migrations')).rows.map(({ name }) => name),
  );
  expect(names.sort()).toEqual(migrations.map(({ name }) => name).sort());
});

test('a starter that is killed in the middle leaves whole files behind, and the next one finishes', async () => {
  const url = await emptyDatabase();
  const migrations = await migrationsOf(domains);
  const half = run(url, async (pool) => {
    await migrate(pool, migrations, async (name) => {
      if (name === migrations[5]?.name)
        await onCluster(
          `select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = '${new URL(url).pathname.slice(1)}' and query not like '%pg_terminate%'`,
        );
    });
  });
  await half.catch(() => undefined);
  await run(url, (pool) => migrate(pool, migrations));
  const fresh = await emptyDatabase();
  await run(fresh, (pool) => migrate(pool, migrations));
  expect(await shapeOf(url)).toEqual(await shapeOf(fresh));
});

/** Migrates while a server of before reads and writes; it must have worked before, during and after. */
async function upgradeUnderLoad(url: string, migrations: readonly Migration[]): Promise<number> {
  const old: OldServer = await startOldServer(url);
  try {
    await roundsMore(old, 2);
    await run(url, (pool) => migrate(pool, migrations));
    await roundsMore(old, 2);
  } finally {
    await old.stop();
  }
  expect(old.longestWaitMs()).toBeLessThan(waitLimitMs);
  return old.rounds();
}

/** Waits until it has gone round some times more; when it failed, its end says why. */
async function roundsMore(old: OldServer, more: number): Promise<void> {
  const goal = old.rounds() + more;
  const until = performance.now() + 20_000;
  while (old.rounds() < goal && !old.hasFailed() && performance.now() < until)
    await new Promise((resolve) => setTimeout(resolve, 10));
}

function aFile(name: string, sql: string): Migration {
  return { name: `upgrade/${name}`, sql, sha256: name };
}

/** A workspace with a mail, an answer, a note and two brands, as this version writes them. */
async function writeToday(file: string): Promise<void> {
  const world = await openWorld();
  try {
    const desk = await aDesk(world);
    const ann = await desk.workspace.teammate('team-leader');
    const { conversationId } = await desk.mail({ at: monday });
    await desk.workspace.act(ann, (ctx) => reply(ctx, conversationId, aReply()), new Date(monday.getTime() + 60_000));
    await desk.workspace.act(
      ann,
      (ctx) => addNote(ctx, conversationId, { id: newId(), text: 'Asked the depot.', mentions: [] }),
      new Date(monday.getTime() + 90_000),
    );
    await desk.live({
      channel: 'voice',
      at: new Date(monday.getTime() + 120_000),
      by: ann.id,
      conversationId,
      steps: [
        ['talk', 60],
        ['wrap-up', 10],
      ],
    });
    await (await aDesk(world, desk.workspace)).mail({ at: monday });
    await backup({ url: world.database.url, file });
  } finally {
    await world.close();
  }
}

async function emptyDatabase(): Promise<string> {
  const name = `upgrade_${newId().replaceAll('-', '')}`;
  made.push(name);
  return createDatabase(inject('databaseUrl'), name);
}

async function run<T>(url: string, work: (pool: pg.Pool) => Promise<T>): Promise<T> {
  const database = openDatabase(url, { max: 2 });
  try {
    return await work(database.pool);
  } finally {
    await database.close();
  }
}

async function onCluster(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('databaseUrl') });
  await client.connect();
  await client.query(sql);
  await client.end();
}

/** Rows of every table, partitions counted with their parent. */
async function rowCounts(url: string): Promise<Record<string, number>> {
  return run(url, async (pool) => {
    const { rows } = await pool.query<{
      name: string;
    }>(`select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition`);
    const counts: Record<string, number> = {};
    for (const { name } of rows)
      counts[name] = Number(
        (await pool.query(`select count(*)::int as n from ${pg.escapeIdentifier(name)}`)).rows[0]?.n,
      );
    return counts;
  });
}

/** Columns, keys and indexes, without the order in which they came, and without the months, which go with the calendar. */
async function shapeOf(url: string): Promise<readonly string[]> {
  return run(url, async (pool) => {
    const { rows } = await pool.query<{ line: string }>(`
      select 'column ' || table_schema || '.' || table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' || coalesce(column_default, '') as line
      from information_schema.columns where table_schema in ('public', 'auth') and table_name !~ '_20\\d\\d_\\d\\d$'
      union all
      select 'index ' || schemaname || '.' || indexdef from pg_indexes where schemaname in ('public', 'auth') and tablename !~ '_20\\d\\d_\\d\\d$'
      union all
      select 'rule ' || conrelid::regclass || ' ' || pg_get_constraintdef(oid) from pg_constraint
      where connamespace in ('public'::regnamespace, 'auth'::regnamespace) and conrelid <> 0 and conrelid::regclass::text !~ '_20\\d\\d_\\d\\d$'
      order by 1`);
    return rows.map(({ line }) => line);
  });
}
