import { expect, test } from 'vitest';
import { groupEntries } from './group-entries.ts';
import { entry, priya } from '../preview/fernhill-entries.ts';

const at = (day: number, hour: number, minute = 0): string =>
  new Date(Date.UTC(2026, 10, day, hour, minute)).toISOString();
const kindsOf = (blocks: ReturnType<typeof groupEntries>): readonly string[] => blocks.map((block) => block.kind);

test('chat lines close together stand under one node, a mail under its own', () => {
  const blocks = groupEntries(
    [
      entry(1, 'in', 'email', at(16, 21), priya, ''),
      entry(2, 'in', 'chat', at(17, 10, 0), priya, ''),
      entry(3, 'out', 'chat', at(17, 10, 2), priya, ''),
    ],
    true,
  );
  expect(kindsOf(blocks)).toEqual(['start', 'one', 'chat']);
});

test('a long silence is said', () => {
  const blocks = groupEntries(
    [entry(1, 'in', 'email', at(1, 9), priya, ''), entry(2, 'in', 'email', at(7, 9), priya, '')],
    false,
  );
  expect(blocks[1]).toMatchObject({ kind: 'gap', days: 6 });
});
