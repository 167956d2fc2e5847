import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { createDatabase } from '#platform/database';

const patience = { timeout: 60_000 };
const [source, target] = [`cli_source_${process.pid}`, `cli_target_${process.pid}`];
let folder = '';
let url = '';

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rapport-cli-'));
  url = await createDatabase(inject('databaseUrl'), source);
  await query(url, `create table letters as select n, 'Where is my order?' as body from generate_series(1, 1234) n`);
});
afterEach(async () => {
  for (const name of [source, target])
    await query(inject('databaseUrl'), `drop database if exists ${name} with (force)`);
  rmSync(folder, { recursive: true });
});

test('a backup is written where the person stands, and restored into a fresh database', patience, async () => {
  const written = rapport('backup', 'all.rapport');
  expect(written.stdout).toMatch(/✓ Backup written .* s\n[\s\S]*1,234 rows of 1 tables and 0 files/);
  expect(existsSync(join(folder, 'all.rapport'))).toBe(true);

  const restored = rapport('restore', 'all.rapport', '--into', target);
  expect(restored.stdout).toContain(`They are in the database ${target}.`);
  const made = new URL(url);
  made.pathname = target;
  expect(await query(made.href, 'select count(*)::int as n, max(n) from letters')).toEqual([{ n: 1234, max: 1234 }]);
});

test('what cannot be done is said in words, without a stack, and ends with an error', patience, async () => {
  rapport('backup', 'all.rapport');
  for (const [words, said] of [
    [['restore', 'all.rapport'], /not empty, and a restore never writes over what is there/],
    [['restore', 'nothing.rapport'], /There is no .*nothing\.rapport/],
    [['backup', 'all.rapport'], /exists already/],
    [['backup'], /Name one file/],
    [['erase', 'all'], /There is no "erase"/],
    [['backup', 'x', '--fast'], /Unknown option '--fast'/],
  ] as const) {
    const { status, stderr } = rapport(...words);
    expect({ words, status }).toEqual({ words, status: 1 });
    expect(stderr).toMatch(said);
    expect(stderr).not.toMatch(/\n {4}at /);
  }
});

function rapport(...words: readonly string[]) {
  const { INIT_CWD: _, ...env } = process.env;
  return spawnSync(process.execPath, [join(import.meta.dirname, '../../scripts/rapport.mjs'), ...words], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...env, DATABASE_URL: url, DATA_DIR: folder },
  });
}

async function query(address: string, text: string): Promise<unknown[]> {
  const client = new pg.Client(address);
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}
