import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const cluster = './platform/testing/cluster.ts';
/** Each worker writes down the statements it runs; the project `statements` judges them at the end. */
const record = './tests/house/record.ts';
const forget = './tests/house/forget.ts';
const everyRun = { exclude: ['**/node_modules/**', '**/fixtures/**', 'dist/**', '.data/**'] };

/** Tests with a database: one cluster for the run, a cloned database for each worker. */
const withDatabase = (name: string, include: string[], timeoutMs: number) => ({
  extends: true as const,
  test: {
    name,
    include,
    globalSetup: [cluster, forget],
    setupFiles: [record],
    testTimeout: timeoutMs,
    hookTimeout: timeoutMs,
    ...everyRun,
  },
});

/**
 * Files of one worker share what they import, which is otherwise half of the time of domains' tests (decision 0012). So
 * they leave nothing behind: what a test changes of the process it puts back.
 */
const together = (project: ReturnType<typeof withDatabase>) => ({
  ...project,
  test: { ...project.test, isolate: false },
});

const alone = (project: ReturnType<typeof withDatabase>) => ({
  ...project,
  test: { ...project.test, maxWorkers: 1, sequence: { groupOrder: 2 } },
});

export default defineConfig({
  test: {
    pool: 'forks',
    // Most of a test is waiting: for a mail host, a browser, a clock. Two at once on two cores take half of the time.
    maxWorkers: Math.max(2, availableParallelism()),
    // Said even for the first group: on few cores vitest puts unnumbered files last, after the judge of statements.
    sequence: { groupOrder: 1 },
    reporters: ['default', './platform/testing/reporter.ts'],
    projects: [
      { extends: true, test: { name: 'science', include: ['packages/**/*.test.ts'], ...everyRun } },
      withDatabase('platform', ['platform/**/*.test.{ts,tsx}'], 20_000),
      together(withDatabase('unit', ['{domains,desks,apps,demo}/**/*.test.{ts,tsx}'], 20_000)),
      withDatabase('house', ['{tests,bench}/*.test.ts', 'tests/house/**/*.test.ts', 'scripts/**/*.test.ts'], 180_000),
      together(withDatabase('live', ['tests/live/**/*.test.ts'], 60_000)),
      together(withDatabase('stranger', ['tests/{stranger,attacks}/**/*.test.ts'], 60_000)),
      together(withDatabase('journeys', ['tests/journeys/**/*.test.ts'], 120_000)),
      // The long ones, of `npm run test:all`: every look of the screens, then what breaks things or fills the machine,
      // so that each has it to itself.
      together(withDatabase('looks', ['tests/looks/**/*.test.ts'], 120_000)),
      alone(withDatabase('peers', ['tests/peers/**/*.test.ts'], 300_000)),
      alone(withDatabase('faults', ['tests/faults/**/*.test.ts'], 300_000)),
      alone(withDatabase('load', ['tests/load/**/*.test.ts'], 600_000)),
      {
        extends: true,
        test: {
          name: 'statements',
          include: ['tests/house/*.last.ts'],
          sequence: { groupOrder: 3 },
          testTimeout: 120_000,
          ...everyRun,
        },
      },
    ],
  },
});
