import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { createDatabase, restore } from './backup-restore.ts';
import { describeSchema } from './backup-schema.ts';
import { backup } from './backup-write.ts';

const patience = { timeout: 60_000 };
const names = ['a', 'b', 'c'].map((letter) => `backup_${letter}_${process.pid}`);
let source = '';
let target = '';
let folder = '';
let file = '';

beforeAll(async () => {
  source = await createDatabase(inject('databaseUrl'), names[0] ?? '');
  await query(source, readFileSync(join(import.meta.dirname, 'backup-odd.fixture.sql'), 'utf8'));
});
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rapport-backup-'));
  file = join(folder, 'all.rapport');
  target = await createDatabase(inject('databaseUrl'), names[1] ?? '');
});
afterEach(async () => {
  await drop(names[1]);
  rmSync(folder, { recursive: true });
});
afterAll(() => drop(names[0]));

test(
  'what is odd comes back as it was: values, partitions, sequences, keys, functions and triggers',
  patience,
  async () => {
    const written = await backup({ url: source, file });
    expect(written).toMatchObject({ tables: 7, files: 0 });
    expect(statSync(file).mode & 0o777).toBe(0o600);

    const restored = await restore({ url: target, file });
    expect(restored).toMatchObject({ tables: 7, rows: written.rows });
    for (const table of ['odd', 'events', 'events_2026_01', 'letters', 'desk.people', 'numbers.taken'])
      expect({ table, rows: await contents(target, table) }).toEqual({ table, rows: await contents(source, table) });
    expect(await schemaOf(target)).toEqual(await schemaOf(source));

    // It goes on working: numbers continue, keys hold, triggers fire, rows find their partition.
    expect(await query(target, `select nextval('numbers.conversation') as n`)).toEqual([{ n: '1043' }]);
    expect(
      await query(target, `insert into letters (person_id, body) values (1, 'Ça va?') returning id, length, touched`),
    ).toEqual([{ id: 4, length: 6, touched: true }]);
    await expect(query(target, `insert into letters (person_id, body) values (999, 'x')`)).rejects.toThrow(
      /foreign key/,
    );
    await query(target, `insert into events (at, body) values ('2026-02-10', '{}')`);
    expect(await query(target, 'select count(*)::int as n from events_2026_02')).toEqual([{ n: 1 }]);
  },
);

test('it is one moment: what is written meanwhile is not half in it', patience, async () => {
  const during = query(source, `insert into desk.people (name) select 'later ' || n from generate_series(1, 2000) n`);
  await Promise.all([backup({ url: source, file }), during]);
  await restore({ url: target, file });
  const [row] = await query(target, `select count(*)::int as n from desk.people where name like 'later %'`);
  expect([0, 2000]).toContain((row as { n: number }).n);
});

describe('a restore is refused', () => {
  test('into a database that holds anything, which is left as it was', patience, async () => {
    await backup({ url: source, file });
    await query(target, 'create table mine as select 1 as n');
    await expect(restore({ url: target, file })).rejects.toThrow(/not empty.*--into/);
    expect(await query(target, 'select n from mine')).toEqual([{ n: 1 }]);
  });

  test('from a file that was cut short or changed, before anything is done', patience, async () => {
    await backup({ url: source, file });
    const whole = readFileSync(file);
    for (const damage of [
      whole.subarray(0, whole.length - 40),
      Buffer.from(whole.map((byte, at) => (at === Math.floor(whole.length / 2) ? byte ^ 1 : byte))),
      Buffer.from('not a backup at all'),
    ]) {
      writeFileSync(file, damage);
      await expect(restore({ url: target, file })).rejects.toThrow(/damaged|not whole|no backup/);
    }
    await query(target, 'create table still_empty ()');
  });
});

test('a backup never writes over another, and leaves nothing behind when it fails', patience, async () => {
  writeFileSync(file, 'precious');
  await expect(backup({ url: source, file })).rejects.toThrow(/exists already/);
  expect(readFileSync(file, 'utf8')).toBe('precious');
});

test('what it could not carry is refused by name rather than lost', patience, async () => {
  await query(target, 'create materialized view by_hand as select 1 as n');
  await expect(backup({ url: target, file })).rejects.toThrow(/cannot carry these: materialised view .*by_hand/);
  expect(() => statSync(`${file}.part`)).toThrow(/ENOENT/);
});

test('stored files go along, and come back where they were', patience, async () => {
  const stored = join(folder, 'files');
  mkdirSync(join(stored, 'ab'), { recursive: true });
  const bytes = Buffer.from(Array.from({ length: 300_000 }, (_, at) => (at * 7919) % 256));
  writeFileSync(join(stored, 'ab/abcd'), bytes);
  writeFileSync(join(stored, 'empty'), '');
  expect(await backup({ url: source, file, files: stored })).toMatchObject({ files: 2 });
  const back = join(folder, 'back');
  expect(await restore({ url: target, file, files: back })).toMatchObject({ files: 2 });
  expect(readFileSync(join(back, 'ab/abcd')).equals(bytes)).toBe(true);
  expect(statSync(join(back, 'empty')).size).toBe(0);
});

async function contents(url: string, table: string): Promise<unknown[]> {
  return query(url, `select t::text from ${table} t order by 1`);
}

async function schemaOf(url: string) {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query('begin');
    const { sequences: _, ...schema } = await describeSchema(client);
    return schema;
  } finally {
    await client.end();
  }
}

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

async function drop(name: string | undefined): Promise<void> {
  await query(inject('databaseUrl'), `drop database if exists "${name}" with (force)`);
}
