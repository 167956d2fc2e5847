import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createZstdDecompress } from 'node:zlib';
import pg from 'pg';
import { from } from 'pg-copy-streams';
import { type BackupReader, checkBackup, type Head, openBackup, type Start } from './backup-format.ts';
import { describeSchema, isEmptyDatabase } from './backup-schema.ts';

export type RestoreOptions = {
  /** An empty database. */
  url: string;
  file: string;
  /** The folder that stored files go to; without it they stay in the backup. */
  files?: string;
  progress?: (words: string) => void;
};

export type RestoreResult = { tables: number; rows: number; files: number; madeAt: string };

/**
 * Bring a backup into an empty database: all of it or nothing. The file is proven whole first; afterwards every table's
 * rows are counted and the database is described again and compared.
 */
export async function restore(options: RestoreOptions): Promise<RestoreResult> {
  const progress = options.progress ?? (() => {});
  const manifest = await checkBackup(options.file, (bytes) => progress(`checked ${Math.round(bytes / 1e6)} MB`));
  const total = manifest.entries.filter((entry) => entry.kind === 'table').length;
  const client = new pg.Client({ connectionString: options.url, application_name: 'rapport restore' });
  await client.connect();
  const reader = await openBackup(options.file);
  try {
    if (!(await isEmptyDatabase(client)))
      throw new Error(
        'This database is not empty, and a restore never writes over what is there. Restore into a fresh one: --into NAME.',
      );
    await client.query('begin');
    await client.query('set local check_function_bodies = off');
    await run(client, reader.head.schema.before);
    const result = await readAll(client, reader, options.files, (words) => progress(`${words} of ${total} tables`));
    progress('indexes and keys');
    await placeSequences(client, reader.head);
    await run(client, reader.head.schema.after);
    await compare(client, reader.head);
    await client.query('commit');
    await client.query('analyze');
    return { ...result, madeAt: reader.head.madeAt };
  } finally {
    await reader.close();
    // An open transaction ends with its connection.
    await client.end();
  }
}

/** Make a fresh database on the server of `url`, and give its address. */
export async function createDatabase(url: string, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`create database ${pg.escapeIdentifier(name)} template template0`);
  } finally {
    await client.end();
  }
  const made = new URL(url);
  made.pathname = `/${encodeURIComponent(name)}`;
  return made.href;
}

async function run(client: pg.Client, statements: readonly string[]): Promise<void> {
  for (const statement of statements)
    await client.query(statement).catch((error: Error) => {
      throw new Error(`The database could not be made anew: ${error.message}\n${statement}`, { cause: error });
    });
}

async function readAll(
  client: pg.Client,
  reader: BackupReader,
  files: string | undefined,
  progress: (words: string) => void,
): Promise<{ tables: number; rows: number; files: number }> {
  const done = { tables: 0, rows: 0, files: 0 };
  for (let start = await reader.next(); start; start = await reader.next()) {
    if (start.kind === 'file') {
      await readFile(reader, start.path, files);
      done.files += files === undefined ? 0 : 1;
    } else {
      done.rows += await readTable(client, reader, start);
      done.tables += 1;
      progress(String(done.tables));
    }
  }
  return done;
}

async function readTable(client: pg.Client, reader: BackupReader, table: Start & { kind: 'table' }): Promise<number> {
  const columns = table.columns.map(pg.escapeIdentifier).join(', ');
  const name = `${pg.escapeIdentifier(table.schema)}.${pg.escapeIdentifier(table.name)}`;
  const copy = client.query(from(`copy ${name} (${columns}) from stdin`));
  await unpack(reader, name, copy);
  const { rows } = await client.query<{ count: string }>(`select count(*) from ${name}`);
  const found = Number(rows[0]?.count);
  const wanted = reader.end().rows;
  if (found !== wanted) throw new Error(`${name} has ${found} rows after the restore, and had ${wanted}.`);
  return found;
}

/** A path that leads out of the folder is refused: a backup may come from anywhere. */
async function readFile(reader: BackupReader, path: string, folder: string | undefined): Promise<void> {
  if (folder === undefined) {
    for await (const _ of reader.data());
    return;
  }
  const safe = normalize(path);
  if (safe.startsWith('..') || safe.startsWith('/') || /^[a-z]:/i.test(safe))
    throw new Error(`The backup holds a file that would be written outside its folder: ${path}`);
  const target = join(folder, safe);
  await mkdir(dirname(target), { recursive: true });
  await unpack(reader, path, createWriteStream(`${target}.part`, { mode: 0o600 }));
  await rename(`${target}.part`, target);
}

async function unpack(reader: BackupReader, name: string, into: Writable): Promise<void> {
  const hash = createHash('sha256');
  await pipeline(
    Readable.from(reader.data()),
    createZstdDecompress({ chunkSize: 256 * 1024 }),
    async function* (parts: AsyncIterable<Buffer>) {
      for await (const part of parts) {
        hash.update(part);
        yield part;
      }
    },
    into,
  );
  if (hash.digest('hex') !== reader.end().sha256)
    throw new Error(`${name} was not restored as it was: its hash differs.`);
}

async function placeSequences(client: pg.Client, head: Head): Promise<void> {
  for (const { schema, name, last, isCalled } of head.schema.sequences)
    await client.query('select setval(format($1, $2::text, $3::text)::regclass, $4, $5)', [
      '%I.%I',
      schema,
      name,
      last,
      isCalled,
    ]);
}

/** The restored database, asked the same questions, gives the same answers; another major version words them its own way. */
async function compare(client: pg.Client, head: Head): Promise<void> {
  const made = await describeSchema(client);
  const { rows } = await client.query<{ server_version: string }>('show server_version');
  if (Number.parseInt(rows[0]?.server_version ?? '', 10) !== Number.parseInt(head.postgres, 10)) {
    for (const part of ['before', 'after', 'tables', 'sequences'] as const)
      if (made[part].length < head.schema[part].length)
        throw new Error(`The restored database lacks a part of "${part}".`);
    return;
  }
  for (const part of ['before', 'after', 'tables', 'sequences'] as const) {
    const found = new Set(made[part].map((item) => JSON.stringify(item)));
    const missing = head.schema[part].map((item) => JSON.stringify(item)).find((item) => !found.has(item));
    if (missing) throw new Error(`The restored database lacks: ${missing}`);
  }
}
