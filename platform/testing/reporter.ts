import { writeFileSync } from 'node:fs';
import type { Reporter, SerializedError, TestCase, TestModule } from 'vitest/node';

/** What a run came to, for `scripts/test.mjs` to print as its last words. */
export type Summary = {
  passed: number;
  failed: number;
  skipped: number;
  skippedBecause: Record<string, number>;
  /** Files of the failures, from the root of the project; and what failed in none, as an error between tests. */
  failedFiles: string[];
  failedOutside: number;
};

/**
 * A vitest reporter that counts, and writes the count to the file named by `RAPPORT_TEST_SUMMARY`: printed from here,
 * it would not be the last line, since vitest says more while it shuts down.
 */
export default class SummaryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[]): void {
    const file = process.env['RAPPORT_TEST_SUMMARY'];
    if (file) writeFileSync(file, JSON.stringify(count(modules, errors)));
  }
}

/** A file that does not load, and an error outside any test, are failures too. */
export function count(modules: readonly TestModule[], errors: readonly unknown[]): Summary {
  const failedOutside = errors.length;
  const summary: Summary = {
    passed: 0,
    failed: failedOutside,
    skipped: 0,
    skippedBecause: {},
    failedFiles: [],
    failedOutside,
  };
  for (const module of modules) {
    if (module.state() === 'failed') summary.failedFiles.push(module.relativeModuleId);
    summary.failed += module.errors().length;
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      // A test that never came to run (its suite's preparation failed) counts as failed by its suite.
      if (state === 'passed') summary.passed += 1;
      else if (state === 'failed') summary.failed += 1;
      else noteSkipped(summary, test);
    }
    for (const suite of module.children.allSuites()) summary.failed += suite.errors().length;
  }
  return summary;
}

function noteSkipped(summary: Summary, test: TestCase): void {
  const result = test.result();
  const note = result.state === 'skipped' ? result.note : undefined;
  const because =
    note ?? `${test.module.relativeModuleId}: ${test.options.mode === 'todo' ? 'to do' : 'no reason given'}`;
  summary.skipped += 1;
  summary.skippedBecause[because] = (summary.skippedBecause[because] ?? 0) + 1;
}
