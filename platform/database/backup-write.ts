import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { readdir, rename, rm } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createZstdCompress } from 'node:zlib';
import pg from 'pg';
import { to } from 'pg-copy-streams';
import { type BackupWriter, createBackup, type End, type Entry, type Start } from './backup-format.ts';
import { describeSchema, type StoredTable } from './backup-schema.ts';

export type BackupOptions = {
  url: string;
  file: string;
  /** The folder of stored files to take along. */
  files?: string;
  progress?: (words: string) => void;
};

export type BackupResult = { tables: number; rows: number; files: number; bytes: number };

/**
 * Write everything the database holds into one file, as it was at one moment, beside a working server. The file has its
 * name only once it is whole.
 */
export async function backup(options: BackupOptions): Promise<BackupResult> {
  if (existsSync(options.file)) throw new Error(`${options.file} exists already. Give a name that is free.`);
  const draft = `${options.file}.part`;
  await rm(draft, { force: true });
  const client = new pg.Client({ connectionString: options.url, application_name: 'rapport backup' });
  await client.connect();
  const writer = await createBackup(draft).catch(async (error: Error) => {
    await client.end();
    throw new Error(`${options.file} cannot be written: ${error.message}`);
  });
  try {
    const entries = await writeAll(client, writer, options);
    const bytes = await writer.finish(entries);
    await rename(draft, options.file);
    const tables = entries.filter((entry) => entry.kind === 'table');
    const rows = tables.reduce((sum, entry) => sum + entry.rows, 0);
    return { tables: tables.length, rows, files: entries.length - tables.length, bytes };
  } catch (error) {
    writer.abandon();
    await rm(draft, { force: true });
    throw error;
  } finally {
    await client.end();
  }
}

async function writeAll(client: pg.Client, writer: BackupWriter, options: BackupOptions): Promise<Entry[]> {
  const progress = options.progress ?? (() => {});
  await client.query('begin transaction isolation level repeatable read');
  await holdTables(client);
  const schema = await describeSchema(client);
  await writer.head({
    madeAt: new Date().toISOString(),
    postgres: await postgresVersion(client),
    migrations: await appliedMigrations(client),
    schema,
  });

  const entries: Entry[] = [];
  for (const table of schema.tables) {
    const entry = await writeTable(client, writer, table);
    entries.push(entry);
    progress(`${entries.length} of ${schema.tables.length} tables`);
  }
  await client.query('commit');
  // Files after rows: a file is stored before the row that names it, so no row is without its file.
  for (const file of options.files ? await listFiles(options.files) : []) {
    entries.push(await writeFile(writer, options.files ?? '', file));
    progress(`${entries.length - schema.tables.length} files`);
  }
  return entries;
}

/** A migration waits until we are done, so that what we describe is what we copy. */
async function holdTables(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and not c.relispartition and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'`,
  );
  if (rows.length > 0) await client.query(`lock table ${rows.map(({ name }) => name).join(', ')} in access share mode`);
}

async function writeTable(client: pg.Client, writer: BackupWriter, table: StoredTable): Promise<Entry> {
  const columns = table.columns.map(pg.escapeIdentifier).join(', ');
  const name = `${pg.escapeIdentifier(table.schema)}.${pg.escapeIdentifier(table.name)}`;
  const copy = client.query(to(`copy ${name} (${columns}) to stdout`));
  return write(writer, { kind: 'table', ...table }, copy, () => copy.rowCount);
}

function writeFile(writer: BackupWriter, folder: string, file: string): Promise<Entry> {
  const path = relative(folder, file).split(sep).join('/');
  return write(writer, { kind: 'file', path }, createReadStream(file), () => 1);
}

/** One table or file: its name, its bytes compressed, and what they came to. */
async function write(writer: BackupWriter, start: Start, source: Readable, rows: () => number): Promise<Entry> {
  await writer.start(start);
  const hash = createHash('sha256');
  let bytes = 0;
  await pipeline(
    source,
    async function* (parts: AsyncIterable<Buffer>) {
      for await (const part of parts) {
        hash.update(part);
        bytes += part.length;
        yield part;
      }
    },
    createZstdCompress({ chunkSize: 256 * 1024 }),
    async (parts: AsyncIterable<Buffer>) => {
      for await (const part of parts) await writer.data(part);
    },
  );
  const end: End = { rows: rows(), bytes, sha256: hash.digest('hex') };
  await writer.end(end);
  return { ...start, ...end };
}

async function listFiles(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

async function postgresVersion(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ server_version: string }>('show server_version');
  return rows[0]?.server_version ?? '';
}

async function appliedMigrations(client: pg.Client): Promise<string[]> {
  const { rows: found } = await client.query(`select to_regclass('public.migrations') as name`);
  if (found[0]?.name === null) return [];
  const { rows } = await client.query<{ name: string }>('select name from public.migrations order by applied_at, name');
  return rows.map(({ name }) => name);
}
