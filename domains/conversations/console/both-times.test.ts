import { expect, test } from 'vitest';
import { clockIn, fieldOf, isNightIn, nextHourIn } from './both-times.ts';

test('the next morning there is found over summer time and half-hour zones', () => {
  // New York goes back an hour on 1 November 2026
  const night = new Date('2026-11-01T03:00:00Z');
  expect(nextHourIn(night, 'America/New_York')?.toISOString()).toBe('2026-11-01T13:00:00.000Z');
  expect(nextHourIn(night, 'Asia/Kolkata')?.toISOString()).toBe('2026-11-02T02:30:00.000Z');
  expect(nextHourIn(night, 'UTC', 9)?.toISOString()).toBe('2026-11-01T09:00:00.000Z');
  expect(clockIn(night, 'Asia/Kolkata')).toBe('08:30');
});

test('before 8 and from 20 on it is night there', () => {
  expect(isNightIn(new Date('2026-11-16T07:59:00Z'), 'UTC')).toBe(true);
  expect(isNightIn(new Date('2026-11-16T08:00:00Z'), 'UTC')).toBe(false);
  expect(isNightIn(new Date('2026-11-16T19:59:00Z'), 'UTC')).toBe(false);
  expect(isNightIn(new Date('2026-11-16T20:00:00Z'), 'UTC')).toBe(true);
});

test('a field of date and time reads a moment in the zone of whoever looks', () => {
  expect(fieldOf(new Date(2026, 10, 6, 9, 5))).toBe('2026-11-06T09:05');
});
