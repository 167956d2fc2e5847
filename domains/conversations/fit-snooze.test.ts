import { expect, test } from 'vitest';
import type { Calendar } from '#science/business-time';
import { fit } from './fit-snooze.ts';

const day = [{ open: '09:00', close: '18:00' }];
const lisbon: Calendar = { zone: 'Europe/Lisbon', weekly: { 1: day, 2: day, 3: day, 4: day, 5: day } };
const fitted = (asked: string, zone: string | null): string => fit(new Date(asked), lisbon, zone).toISOString();

test('a time when we are closed moves to our next opening', () => {
  expect(fitted('2026-11-17T09:00:00Z', null)).toBe('2026-11-17T09:00:00.000Z');
  expect(fitted('2026-11-21T10:00:00Z', null)).toBe('2026-11-23T09:00:00.000Z');
});

test('a time when the customer sleeps moves to their morning, within our hours', () => {
  expect(fitted('2026-11-17T09:00:00Z', 'America/Los_Angeles')).toBe('2026-11-17T16:00:00.000Z');
  // 18:00 is their 21:00 and our closing: our next morning is their noon
  expect(fitted('2026-11-17T17:30:00Z', 'Asia/Dubai')).toBe('2026-11-18T09:00:00.000Z');
});

test('where both sides are never there together, what was asked for stands', () => {
  expect(fitted('2026-11-17T09:00:00Z', 'Pacific/Auckland')).toBe('2026-11-17T09:00:00.000Z');
});
