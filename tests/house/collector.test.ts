import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { breachesRecorded, forgetStatements, recordedStatements, recordStatements, runnerOf } from './collector.ts';

let folder = '';
let before: typeof globalThis.__rapportStatements;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'statements-'));
  before = globalThis.__rapportStatements;
});

afterEach(() => {
  globalThis.__rapportStatements = before;
  rmSync(folder, { recursive: true, force: true });
});

test('what the suites ran is written down once, judged, and forgotten before the next run', () => {
  recordStatements(folder);
  globalThis.__rapportStatements?.('select 1 from nowhere', 'domains/sla');
  globalThis.__rapportStatements?.('select 1 from nowhere', 'domains/sla');
  globalThis.__rapportStatements?.('select $1', 'domains/sla');
  expect(recordedStatements(folder)).toEqual([
    { sql: 'select $1', owner: 'domains/sla' },
    { sql: 'select 1 from nowhere', owner: 'domains/sla' },
  ]);
  expect(breachesRecorded(folder).join()).toContain('domains/sla names nowhere, which no migration creates');
  forgetStatements(folder);
  expect(recordedStatements(folder)).toEqual([]);
});

test('a statement belongs to the innermost room; a room of the platform works for the domain around it', () => {
  const stack = (...files: string[]): string =>
    files.map((file) => `    at run (file:///srv/clone/${file}:3:5)`).join('\n');
  expect(
    runnerOf(
      stack(
        'node_modules/kysely/x.js',
        'platform/database/statements.ts',
        'domains/sla/start-clocks.ts',
        'domains/conversations/receive.ts',
      ),
      'unknown',
    ),
  ).toEqual({ owner: 'domains/sla' });
  expect(
    runnerOf(
      stack('platform/database/statements.ts', 'platform/storage/put.ts', 'domains/conversations/attach.ts'),
      'unknown',
    ),
  ).toEqual({ owner: 'platform/storage', caller: 'domains/conversations' });
  expect(
    runnerOf(stack('platform/database/statements.ts', 'domains/sla/sla.test.ts', 'domains/sla/x.ts'), 'unknown'),
  ).toEqual({ owner: 'tests/sla' });
  expect(runnerOf('    at process.processTicksAndRejections', 'platform/jobs')).toEqual({ owner: 'platform/jobs' });
});
