import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  DefaultQueryCompiler,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { breachesRecorded, forgetStatements, recordedStatements, recordStatements, runnerOf } from './collector.ts';

let folder = '';
let before: typeof globalThis.__rapportStatements;
let compile: typeof DefaultQueryCompiler.prototype.compileQuery;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'statements-'));
  compile = DefaultQueryCompiler.prototype.compileQuery;
  before = globalThis.__rapportStatements;
});

afterEach(() => {
  globalThis.__rapportStatements = before;
  DefaultQueryCompiler.prototype.compileQuery = compile;
  rmSync(folder, { recursive: true, force: true });
});

test('what the suites ran is written down once, judged, and forgotten before the next run', () => {
  recordStatements(folder);
  globalThis.__rapportStatements?.('select 1 from nowhere');
  globalThis.__rapportStatements?.('select 1 from nowhere');
  globalThis.__rapportStatements?.('select $1');
  expect(recordedStatements(folder)).toEqual([
    { sql: 'select $1', owner: 'unknown' },
    { sql: 'select 1 from nowhere', owner: 'unknown' },
  ]);
  expect(breachesRecorded(folder).join()).toContain('unknown does not constrain workspace_id of nowhere');
  forgetStatements(folder);
  expect(recordedStatements(folder)).toEqual([]);
});

test('what Kysely builds belongs to the room that asks, even when nobody waits for it there', async () => {
  recordStatements(folder);
  const db = new Kysely<Record<string, never>>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (of) => new PostgresIntrospector(of),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
  // of no table: the run around this test records it too
  await db.selectNoFrom((eb) => eb.val(1).as('one')).execute();
  globalThis.__rapportStatements?.('select $1 as "one"');
  expect(recordedStatements(folder)).toEqual([{ sql: 'select $1 as "one"', owner: 'unknown' }]);
});

/** The files of a call stack, in a clone. */
function stack(...files: string[]): readonly string[] {
  return files.map((file) => `file:///srv/apps/clone/${file}`);
}

test('a statement belongs to the innermost room; a room of the platform works for the domain around it', () => {
  const runner = (...files: string[]): unknown => runnerOf(stack(...files), '/srv/apps/clone/');
  const driver = ['node_modules/kysely/x.js', 'platform/database/statements.ts'];
  expect(runner(...driver, 'domains/sla/start-clocks.ts', 'domains/conversations/receive.ts')).toEqual({
    owner: 'domains/sla',
  });
  expect(runner(...driver, 'platform/storage/put.ts', 'domains/conversations/attach.ts')).toEqual({
    owner: 'platform/storage',
    caller: 'domains/conversations',
  });
  expect(runner(...driver, 'domains/sla/sla.test.ts', 'domains/sla/x.ts')).toEqual({ owner: 'tests/sla' });
  expect(runner(...driver)).toEqual({ owner: 'unknown' });
});
