import { expect, test } from 'vitest';
import { breachesRecorded, recordedStatements } from './collector.ts';

// Runs after every other project of the run (sequence.groupOrder in vitest.config.ts).
test('every statement that the suites ran is held to its workspace and names its own tables', ({ skip }) => {
  if (recordedStatements().length === 0) skip('no statement was run: the suites with a database were left out');
  expect(breachesRecorded()).toEqual([]);
});
