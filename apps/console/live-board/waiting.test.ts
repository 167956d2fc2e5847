import { expect, test } from 'vitest';
import { rows } from '../preview/fernhill-inbox.ts';
import { standingOf } from './waiting.ts';

const [row] = rows;
if (row === undefined) throw new Error('The story has rows.');
const now = Date.parse('2026-11-17T10:00:00Z');

test('the board says who waits longest, what is late and what soon will be', () => {
  const at = (id: string, dueAt: string | null, waitingSince: string | null) => ({ ...row, id, dueAt, waitingSince });
  const standing = standingOf(
    [
      at('late', '2026-11-17T09:50:00Z', '2026-11-17T08:00:00Z'),
      at('soon', '2026-11-17T10:10:00Z', '2026-11-16T08:00:00Z'),
      at('calm', '2026-11-17T14:00:00Z', null),
      at('free', null, null),
    ],
    now,
  );
  expect(standing.longestSince).toBe('2026-11-16T08:00:00Z');
  expect(standing.lateRows.map(({ id }) => id)).toEqual(['late']);
  expect(standing.riskRows.map(({ id }) => id)).toEqual(['soon']);
  expect(standing.nextDue?.id).toBe('late');
});
