import { createHash } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { compose, migrationsOf } from '../apps/server/compose.ts';
import { domains } from '../domains/index.ts';
import { readConfig } from '#platform/config';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '#platform/database';
import { type Loaded, load, loaderVersion } from './load.ts';
import { sizeOf } from './sizes.ts';

/** The bench's own PostgreSQL, set as in production, with a database for each size. */
export interface Cluster {
  readonly postgres: EmbeddedPostgres;
  readonly dataDir: string;
  /** The database of a size, loaded when it is not there or its tables changed since. */
  database(
    conversations: number,
    tell: (line: string) => void,
  ): Promise<{ url: string; loaded: Loaded; isFresh: boolean }>;
}

const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

/** Starts the bench's PostgreSQL in `.data/bench`; its data stay between runs. */
export async function openCluster(root: string): Promise<Cluster> {
  const dataDir = process.env['BENCH_DATA_DIR'] ?? join(root, '.data', 'bench');
  if (!existsSync(dataDir)) mkdirSync(dataDir, { recursive: true });
  const postgres = await startEmbeddedPostgres({ dataDir, log: () => undefined });
  return {
    postgres,
    dataDir,
    async database(conversations, tell) {
      const url = Object.assign(new URL(postgres.url), { pathname: `/bench_${conversations}` }).href;
      const kept = await findLoaded(postgres.url, url, conversations);
      if (kept) return { url, loaded: kept, isFresh: false };
      await makeEmpty(postgres.url, conversations);
      const program = await compose({ config: configOf(url, dataDir), databaseUrl: url, log: silent });
      try {
        const loaded = await load(program, url, sizeOf(conversations), tell);
        await keep(url, loaded);
        return { url, loaded, isFresh: true };
      } finally {
        await program.stop();
      }
    },
  };
}

/** The settings of a bench's server: a data folder and a secret of its own, nothing of this machine's environment. */
export function configOf(databaseUrl: string, dataDir: string): ReturnType<typeof readConfig> {
  const secret = createHash('sha256').update('bench').digest('hex');
  return readConfig({
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    PORT: '0',
    SMTP_DOOR_PORT: '0',
    HOST: '127.0.0.1',
    PUBLIC_URL: 'http://127.0.0.1:3000',
    SECRET_KEY: secret,
  });
}

/** What was loaded before, if the loader and every SQL file it was loaded with are still the same. Newer files just run. */
async function findLoaded(adminUrl: string, url: string, conversations: number): Promise<Loaded | null> {
  const there = await ask<{ there: boolean }>(
    adminUrl,
    'select exists (select 1 from pg_database where datname = $1) as there',
    [`bench_${conversations}`],
  );
  if (!there[0]?.there) return null;
  const marks = await ask<{ version: number; facts: Loaded }>(url, 'select version, facts from bench.loaded').catch(
    () => [],
  );
  const ran = await ask<{ name: string; sha256: string }>(url, 'select name, sha256 from migrations').catch(() => []);
  const files = new Map((await migrationsOf(domains)).map(({ name, sha256 }) => [name, sha256]));
  const isSame = ran.every(({ name, sha256 }) => files.get(name) === sha256);
  return marks[0]?.version === loaderVersion && isSame ? marks[0].facts : null;
}

async function keep(url: string, loaded: Loaded): Promise<void> {
  await ask(url, 'create schema if not exists bench');
  await ask(url, 'create table if not exists bench.loaded (version integer, facts jsonb)');
  await ask(url, 'insert into bench.loaded values ($1, $2)', [loaderVersion, JSON.stringify(loaded)]);
}

async function makeEmpty(adminUrl: string, conversations: number): Promise<void> {
  await ask(adminUrl, `drop database if exists bench_${conversations} with (force)`);
  await ask(adminUrl, `create database bench_${conversations}`);
}

/** One statement on a connection of its own. */
export async function ask<Row extends pg.QueryResultRow>(
  url: string,
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}
