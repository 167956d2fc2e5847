import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

test('the count holds what passed, failed, did not load and was skipped, with the reasons', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-reporter-'));
  try {
    const file = join(folder, 'summary.json');
    const root = join(import.meta.dirname, '../..');
    const words = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'platform/testing/fixtures/vitest.config.ts'];
    spawnSync(process.execPath, words, { cwd: root, env: { ...process.env, RAPPORT_TEST_SUMMARY: file } });
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
      passed: 1,
      // One test, one file that does not load, one suite whose preparation failed.
      failed: 3,
      skipped: 3,
      skippedBecause: { 'no kamailio': 1, 'outcomes.fixture.ts: no reason given': 2 },
      failedFiles: ['broken.fixture.ts', 'outcomes.fixture.ts'],
      failedOutside: 0,
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
