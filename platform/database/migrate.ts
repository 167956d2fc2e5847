import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { underLock } from './under-lock.ts';

/** One SQL file, in the order it is run. */
export interface Migration {
  /** `conversations/002-conversations`. */
  readonly name: string;
  readonly sql: string;
  readonly sha256: string;
}

/** Folders with a `tables/` in the order of the floors: platform rooms first, then the domains as they are listed. */
export async function readMigrations(root: string, folders: readonly string[]): Promise<readonly Migration[]> {
  const migrations: Migration[] = [];
  for (const folder of folders) {
    const tables = join(root, folder, 'tables');
    for (const file of await sqlFiles(tables)) {
      const sql = await readFile(join(tables, file), 'utf8');
      const name = `${folder.split('/').at(-1)}/${file.slice(0, -'.sql'.length)}`;
      migrations.push({ name, sql, sha256: createHash('sha256').update(sql).digest('hex') });
    }
  }
  return migrations;
}

/** A lock of our own number: two starters at once migrate one after the other. */
const migrationLock = 7_264_001;

/**
 * Runs what has not run yet, each file in one transaction, under a lock, from any earlier version. Servers of the
 * former version go on working beside it: files only add, and a column leaves in two releases.
 * Throws when a file that ran before has since been changed: the past is not edited, a new file is added.
 */
export async function migrate(
  pool: pg.Pool,
  migrations: readonly Migration[],
  tell: (name: string) => void = () => undefined,
): Promise<readonly string[]> {
  return underLock(pool, migrationLock, (client) => runAll(client, migrations, tell));
}

async function runAll(
  client: pg.PoolClient,
  migrations: readonly Migration[],
  tell: (name: string) => void,
): Promise<readonly string[]> {
  await client.query(`create table if not exists migrations (
    name text primary key, sha256 text not null, applied_at timestamptz not null default now())`);
  const { rows } = await client.query<{ name: string; sha256: string }>('select name, sha256 from migrations');
  const done = new Map(rows.map((row) => [row.name, row.sha256]));
  const ran: string[] = [];
  for (const migration of migrations) {
    const before = done.get(migration.name);
    if (before === migration.sha256) continue;
    if (before)
      throw new Error(`The migration ${migration.name} was changed after it ran. Undo that, and add a new file.`);
    await runOne(client, migration);
    ran.push(migration.name);
    tell(migration.name);
  }
  return ran;
}

async function runOne(client: pg.PoolClient, migration: Migration): Promise<void> {
  await client.query('begin');
  try {
    // A migration never makes others wait long for a table: it fails instead and is tried again by the next start.
    await client.query("set local lock_timeout = '10s'");
    await client.query(migration.sql);
    await client.query('insert into migrations (name, sha256) values ($1, $2)', [migration.name, migration.sha256]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw new Error(`The migration ${migration.name} failed: ${(error as Error).message}`, { cause: error });
  }
}

async function sqlFiles(folder: string): Promise<readonly string[]> {
  const files = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return files.filter((file) => /^\d{3}-[a-z0-9-]+\.sql$/.test(file)).sort();
}
