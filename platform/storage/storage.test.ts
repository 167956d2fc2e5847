import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Database, inTransaction, openDatabase } from '#platform/database';
import { createFileStore, folder, keep, release, type Storage, writeReferences } from './index.ts';

const cluster = String(process.env['RAPPORT_TEST_DATABASE_URL']);
const name = `rapport_storage_${randomBytes(6).toString('hex')}`;
const dataDir = mkdtempSync(join(tmpdir(), 'rapport-storage-'));
const location = join(dataDir, 'files');
const arrivals = join(dataDir, 'arrivals');
let database: Database;
let store: Storage;

beforeAll(async () => {
  await inCluster(`create database ${name}`);
  database = openDatabase(Object.assign(new URL(cluster), { pathname: `/${name}` }).href);
  for (const tables of ['../database/tables', 'tables'].map((part) => join(import.meta.dirname, part)))
    for (const file of readdirSync(tables).toSorted())
      await database.pool.query(readFileSync(join(tables, file), 'utf8'));
  store = await createFileStore({ db: database.db, place: folder(location), arrivals, limitBytes: 2_000_000 });
});
afterAll(async () => {
  await database.close();
  await inCluster(`drop database ${name} with (force)`);
  rmSync(dataDir, { recursive: true, force: true });
});

/** A transaction that names files, as the tools of a verb end it. */
async function counting(workspaceId: string, how: (references: Map<string, number>) => unknown): Promise<void> {
  const references = new Map<string, number>();
  await inTransaction(database.db, async (trx) => {
    await how(references);
    await writeReferences(trx, workspaceId, references);
  });
}

/** Small ones lie in their row, large ones under their address; what is promised of both is the same. */
const kinds = [
  { size: 'small', sizeBytes: 3_000, onDisk: 0, bytesOf: (words: string) => Buffer.from(words) },
  { size: 'large', sizeBytes: 300_000, onDisk: 1, bytesOf: (words: string) => Buffer.alloc(20_000, words) },
];

describe.each(kinds)('a $size file', ({ sizeBytes, onDisk, bytesOf }) => {
  test('what is put comes back, by stream and whole, under the address of its bytes', async () => {
    const [workspaceId, bytes] = [crypto.randomUUID(), randomBytes(sizeBytes)];
    const file = await store.put(
      workspaceId,
      Readable.from([bytes.subarray(0, sizeBytes / 3), bytes.subarray(sizeBytes / 3)]),
    );
    expect(file).toEqual({ sha256: createHash('sha256').update(bytes).digest('hex'), sizeBytes });
    expect(Buffer.from(await store.read(workspaceId, file.sha256)).equals(bytes)).toBe(true);
    expect((await buffer(await store.open(workspaceId, file.sha256))).equals(bytes)).toBe(true);
  });

  test('the same bytes twice are one file, and each of their rows counts', async () => {
    const workspaceId = crypto.randomUUID();
    const bytes = bytesOf('a picture in a signature');
    const file = await store.put(workspaceId, bytes);
    await counting(workspaceId, async (references) => {
      keep({ references }, file.sha256);
      // The same picture again, in the same mail: it does not wait for our own transaction.
      expect(await store.put(workspaceId, bytes)).toEqual(file);
      keep({ references }, file.sha256);
    });
    expect(await rowsOf(workspaceId)).toEqual([{ sha256: file.sha256, size_bytes: bytes.length, ref_count: 2 }]);
    await counting(workspaceId, (references) => release({ references }, file.sha256));
    expect(await rowsOf(workspaceId)).toMatchObject([{ ref_count: 1 }]);
    const twice = counting(workspaceId, (references) => {
      release({ references }, file.sha256);
      release({ references }, file.sha256);
    });
    await expect(twice).rejects.toThrow('released more often than it was kept');
    expect(await rowsOf(workspaceId)).toMatchObject([{ ref_count: 1 }]);
    await counting(workspaceId, (references) => {
      keep({ references }, file.sha256);
      release({ references }, file.sha256);
    });
    expect(await rowsOf(workspaceId)).toMatchObject([{ ref_count: 1 }]);
    expect(filesBelow(join(location, workspaceId))).toHaveLength(onDisk);
  });

  test('two workspaces never share a file, and neither can read, keep or guess that of the other', async () => {
    const [ours, theirs] = [crypto.randomUUID(), crypto.randomUUID()];
    const file = await store.put(ours, bytesOf('ours alone'));
    await expect(store.open(theirs, file.sha256)).rejects.toMatchObject({ code: 'not-found' });
    await expect(store.read(theirs, `../${ours}/${file.sha256}`)).rejects.toMatchObject({ code: 'not-found' });
    const taken = counting(theirs, (references) => keep({ references }, file.sha256));
    await expect(taken).rejects.toThrow('never put into this workspace');
    await store.put(theirs, bytesOf('ours alone'));
    await age(ours);
    expect(await store.sweep(ours)).toBe(1);
    expect(Buffer.from(await store.read(theirs, file.sha256)).equals(bytesOf('ours alone'))).toBe(true);
  });

  test('the sweep takes what nothing has named for a day, and nothing else', async () => {
    const workspaceId = crypto.randomUUID();
    const [named, unnamed] = [
      await store.put(workspaceId, bytesOf('named')),
      await store.put(workspaceId, bytesOf('unnamed')),
    ];
    await counting(workspaceId, (references) => keep({ references }, named.sha256));
    await age(workspaceId);
    const fresh = await store.put(workspaceId, bytesOf('put a moment ago'));
    expect(await store.sweep(workspaceId)).toBe(1);
    expect((await rowsOf(workspaceId)).map(({ sha256 }) => sha256).toSorted()).toEqual(
      [named.sha256, fresh.sha256].toSorted(),
    );
    await expect(store.open(workspaceId, unnamed.sha256)).rejects.toMatchObject({ code: 'not-found' });
    expect(await store.put(workspaceId, bytesOf('unnamed'))).toEqual(unnamed);
    expect(Buffer.from(await store.read(workspaceId, unnamed.sha256)).equals(bytesOf('unnamed'))).toBe(true);
    expect(filesBelow(join(location, workspaceId))).toHaveLength(3 * onDisk);
  });

  test('bytes whose row was written by somebody who was cut off are put there by the next', async () => {
    const workspaceId = crypto.randomUUID();
    const bytes = bytesOf('written down, never there');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await database.pool.query('insert into files (workspace_id, sha256, size_bytes) values ($1, $2, $3)', [
      workspaceId,
      sha256,
      bytes.length,
    ]);
    await store.put(workspaceId, bytes);
    expect(Buffer.from(await store.read(workspaceId, sha256)).equals(bytes)).toBe(true);
  });

  test('put and sweep of the same bytes at the same time never leave a row without its file', {
    timeout: 30_000,
  }, async () => {
    const workspaceId = crypto.randomUUID();
    const bytes = bytesOf('wanted again just now');
    for (let round = 0; round < 30; round += 1) {
      await store.put(workspaceId, bytes);
      await age(workspaceId);
      const [file] = await Promise.all([store.put(workspaceId, bytes), store.sweep(workspaceId)]);
      const isListed = (await rowsOf(workspaceId)).length === 1;
      expect(isListed).toBe(true);
      expect(Buffer.from(await store.read(workspaceId, file.sha256)).equals(bytes)).toBe(true);
    }
  });
});

test('what is too large is refused while it arrives, and a stream that breaks leaves nothing', async () => {
  const workspaceId = crypto.randomUUID();
  async function* endless(): AsyncIterable<Buffer> {
    for (;;) yield Buffer.alloc(64_000);
  }
  await expect(store.put(workspaceId, Readable.from(endless()))).rejects.toMatchObject({
    code: 'file-too-large',
    status: 413,
  });
  async function* broken(): AsyncIterable<Buffer> {
    yield Buffer.from('the first half');
    throw new Error('the customer went into a tunnel');
  }
  await expect(store.put(workspaceId, Readable.from(broken()))).rejects.toThrow('tunnel');
  expect(filesBelow(arrivals)).toEqual([]);
  expect(await rowsOf(workspaceId)).toEqual([]);
});

test('a process killed in the middle leaves no half file under a final name, and its rest is swept', {
  timeout: 30_000,
}, async () => {
  const workspaceId = crypto.randomUUID();
  const script = join(import.meta.dirname, 'test-cut-off.ts');
  const child = spawn(process.execPath, [script, database.url, location, arrivals, workspaceId], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await vi.waitFor(() => expect(filesBelow(arrivals).map((path) => statSync(path).size)).toEqual([1_000_000]), {
    timeout: 10_000,
    interval: 20,
  });
  child.kill('SIGKILL');
  await once(child, 'exit');

  expect(filesBelow(join(location, workspaceId))).toEqual([]);
  expect(await rowsOf(workspaceId)).toEqual([]);
  const [rest] = filesBelow(arrivals);
  utimesSync(String(rest), new Date('2026-01-01'), new Date('2026-01-01'));
  await store.sweepJob.run({} as never, { workspaceId });
  expect(filesBelow(arrivals)).toEqual([]);
});

test('a small file that an earlier version put under its address is read from there, and swept from there', async () => {
  const workspaceId = crypto.randomUUID();
  const bytes = Buffer.from('put there before small files lay in their rows');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await database.pool.query('insert into files (workspace_id, sha256, size_bytes) values ($1, $2, $3)', [
    workspaceId,
    sha256,
    bytes.length,
  ]);
  mkdirSync(join(location, workspaceId, sha256.slice(0, 2)), { recursive: true });
  writeFileSync(join(location, workspaceId, sha256.slice(0, 2), sha256), bytes);
  expect(Buffer.from(await store.read(workspaceId, sha256)).equals(bytes)).toBe(true);
  await age(workspaceId);
  await store.put(workspaceId, bytes);
  expect((await buffer(await store.open(workspaceId, sha256))).equals(bytes)).toBe(true);
  await age(workspaceId);
  expect(await store.sweep(workspaceId)).toBe(1);
  expect(filesBelow(join(location, workspaceId))).toEqual([]);
});

test('a file may not be longer than its own bound, small as it is', async () => {
  await expect(store.put(crypto.randomUUID(), Buffer.from('ten bytes.'), 9)).rejects.toMatchObject({ status: 413 });
});

/** Two days pass for what this workspace has. */
async function age(workspaceId: string): Promise<void> {
  await database.pool.query(`update files set stored_at = stored_at - interval '2 days' where workspace_id = $1`, [
    workspaceId,
  ]);
}

async function rowsOf(workspaceId: string): Promise<{ sha256: string; size_bytes: number; ref_count: number }[]> {
  return (
    await database.pool.query('select sha256, size_bytes, ref_count from files where workspace_id = $1', [workspaceId])
  ).rows;
}

function filesBelow(path: string): string[] {
  const found = statSync(path, { throwIfNoEntry: false })
    ? readdirSync(path, { recursive: true, withFileTypes: true })
    : [];
  return found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

async function inCluster(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: cluster });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
