import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addBusinessSeconds,
  businessSecondsBetween,
  isOpen,
  nextClosing,
  nextOpening,
  type Calendar,
  type Weekday,
} from './index.ts';

const HOUR = 3_600;
const nineToFive = [{ open: '09:00', close: '17:00' }];
const week = (hours: Calendar['weekly'][Weekday]): Calendar['weekly'] => ({
  1: hours ?? [],
  2: hours ?? [],
  3: hours ?? [],
  4: hours ?? [],
  5: hours ?? [],
});
const berlin: Calendar = {
  zone: 'Europe/Berlin',
  weekly: week(nineToFive),
  holidays: ['2026-12-25'],
  overrides: { '2026-12-24': [{ open: '09:00', close: '12:00' }], '2026-12-27': nineToFive },
};
const always: Calendar = {
  zone: 'Europe/Berlin',
  weekly: Object.fromEntries([0, 1, 2, 3, 4, 5, 6].map((day) => [day, [{ open: '00:00', close: '24:00' }]])),
};
const at = (text: string) => new Date(text);

test.each([
  ['within one day', berlin, '2026-11-23T09:00:00Z', HOUR, '2026-11-23T10:00:00Z'],
  ['exactly to closing time', berlin, '2026-11-23T15:00:00Z', HOUR, '2026-11-23T16:00:00Z'],
  ['over the night', berlin, '2026-11-23T15:30:00Z', HOUR, '2026-11-24T08:30:00Z'],
  ['over the weekend', berlin, '2026-11-27T15:00:00Z', 2 * HOUR, '2026-11-30T09:00:00Z'],
  ['over a half day, a holiday and an open Sunday', berlin, '2026-12-24T10:00:00Z', 2 * HOUR, '2026-12-27T09:00:00Z'],
  ['from before opening', berlin, '2026-11-23T03:00:00Z', HOUR, '2026-11-23T09:00:00Z'],
  ['nothing at all', berlin, '2026-11-22T03:00:00Z', 0, '2026-11-22T03:00:00Z'],
])('adds seconds %s', (_, calendar, from, seconds, expected) => {
  expect(addBusinessSeconds(calendar, at(from), seconds)?.toISOString()).toBe(at(expected).toISOString());
});

test('a spring night has 23 hours and an autumn day 25', () => {
  expect(businessSecondsBetween(always, at('2026-03-28T23:00:00Z'), at('2026-03-29T22:00:00Z'))).toBe(23 * HOUR);
  expect(businessSecondsBetween(always, at('2026-10-24T22:00:00Z'), at('2026-10-25T23:00:00Z'))).toBe(25 * HOUR);
  const nights: Calendar = { zone: 'America/New_York', weekly: { 6: [{ open: '22:00', close: '06:00' }] } };
  expect(businessSecondsBetween(nights, at('2026-03-07T00:00:00Z'), at('2026-03-09T00:00:00Z'))).toBe(7 * HOUR);
  expect(businessSecondsBetween(nights, at('2026-10-31T00:00:00Z'), at('2026-11-02T00:00:00Z'))).toBe(9 * HOUR);
});

test('hours that a spring night skips are no hours', () => {
  const skipped: Calendar = { zone: 'Europe/Berlin', weekly: { 0: [{ open: '02:00', close: '03:00' }] } };
  expect(businessSecondsBetween(skipped, at('2026-03-29T00:00:00Z'), at('2026-03-30T00:00:00Z'))).toBe(0);
  const overlapping: Calendar = { zone: 'Europe/Berlin', weekly: { 0: [{ open: '01:30', close: '03:30' }] } };
  expect(businessSecondsBetween(overlapping, at('2026-03-29T00:00:00Z'), at('2026-03-30T00:00:00Z'))).toBe(HOUR);
});

test('a day that a zone skipped altogether is closed', () => {
  const apia: Calendar = { zone: 'Pacific/Apia', weekly: always.weekly };
  expect(businessSecondsBetween(apia, at('2011-12-29T10:00:00Z'), at('2011-12-31T10:00:00Z'))).toBe(48 * HOUR);
});

test('split shifts close over midday', () => {
  const split: Calendar = {
    zone: 'Europe/Madrid',
    weekly: week([
      { open: '16:00', close: '20:00' },
      { open: '09:00', close: '13:00' },
    ]),
  };
  expect(isOpen(split, at('2026-11-23T13:00:00Z'))).toBe(false);
  expect(nextOpening(split, at('2026-11-23T13:00:00Z'))?.toISOString()).toBe('2026-11-23T15:00:00.000Z');
  expect(addBusinessSeconds(split, at('2026-11-23T11:30:00Z'), HOUR)?.toISOString()).toBe('2026-11-23T15:30:00.000Z');
});

test('a shift over midnight belongs to the day it began', () => {
  const nights: Calendar = {
    zone: 'UTC',
    weekly: { 5: [{ open: '22:00', close: '02:00' }] },
    holidays: ['2026-11-28'],
  };
  expect(isOpen(nights, at('2026-11-28T01:00:00Z'))).toBe(true);
  expect(isOpen(nights, at('2026-11-28T02:00:00Z'))).toBe(false);
  expect(nextClosing(nights, at('2026-11-27T23:00:00Z'))?.toISOString()).toBe('2026-11-28T02:00:00.000Z');
});

test('a calendar that never opens says so', () => {
  const never: Calendar = { zone: 'UTC', weekly: {} };
  expect(nextOpening(never, at('2026-01-01T00:00:00Z'))).toBeNull();
  expect(addBusinessSeconds(never, at('2026-01-01T00:00:00Z'), 1)).toBeNull();
  expect(businessSecondsBetween(never, at('2026-01-01T00:00:00Z'), at('2027-01-01T00:00:00Z'))).toBe(0);
});

test('hours and dates that are none are refused with their words', () => {
  expect(() => isOpen({ zone: 'UTC', weekly: { 1: [{ open: '9', close: '17:00' }] } }, at('2026-01-01'))).toThrow(
    '"9" is no time of day',
  );
  expect(() => isOpen({ zone: 'UTC', weekly: {}, holidays: ['1.1.2026'] }, at('2026-01-01'))).toThrow(
    '"1.1.2026" is no date',
  );
});

const hours = fc
  .tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 1, max: 96 }))
  .map(([a, b]) => ({ open: clock(a), close: clock(b) }));
const anyCalendar: fc.Arbitrary<Calendar> = fc.record({
  zone: fc.constantFrom(
    'UTC',
    'Europe/Berlin',
    'America/New_York',
    'America/Sao_Paulo',
    'Asia/Kathmandu',
    'Australia/Lord_Howe',
    'Africa/Casablanca',
    'Pacific/Chatham',
  ),
  weekly: fc.record({
    1: fc.array(hours, { minLength: 1, maxLength: 3 }),
    3: fc.array(hours, { maxLength: 2 }),
    6: fc.array(hours, { maxLength: 2 }),
    0: fc.array(hours, { maxLength: 1 }),
  }),
  holidays: fc.constantFrom([], ['2026-03-30'], ['2026-10-26', '2026-11-02']),
});
const anyInstant = fc.date({ min: at('2026-01-01T00:00:00Z'), max: at('2027-12-31T00:00:00Z'), noInvalidDate: true });

function clock(quarter: number): string {
  return `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`;
}

test('adding and measuring are each other’s inverse, in every zone, over every change of clocks', () => {
  fc.assert(
    fc.property(anyCalendar, anyInstant, fc.integer({ min: 1, max: 400_000 }), (calendar, from, seconds) => {
      const due = addBusinessSeconds(calendar, from, seconds);
      if (due === null) return;
      expect(businessSecondsBetween(calendar, from, due)).toBeCloseTo(seconds, 6);
      expect(isOpen(calendar, new Date(due.getTime() - 1))).toBe(true);
    }),
    { numRuns: 400, seed: 7 },
  );
});

test('measured time adds up over any point between', () => {
  fc.assert(
    fc.property(anyCalendar, anyInstant, anyInstant, anyInstant, (calendar, a, b, c) => {
      const whole = businessSecondsBetween(calendar, a, c);
      expect(businessSecondsBetween(calendar, a, b) + businessSecondsBetween(calendar, b, c)).toBeCloseTo(whole, 6);
    }),
    { numRuns: 200, seed: 11 },
  );
});

test('a span agrees with counting its open minutes one by one', () => {
  fc.assert(
    fc.property(anyCalendar, anyInstant, fc.integer({ min: 1, max: 4_000 }), (calendar, from, minutes) => {
      const start = new Date(Math.floor(from.getTime() / 60_000) * 60_000);
      let open = 0;
      for (let i = 0; i < minutes; i += 1) if (isOpen(calendar, new Date(start.getTime() + i * 60_000))) open += 1;
      expect(businessSecondsBetween(calendar, start, new Date(start.getTime() + minutes * 60_000))).toBe(open * 60);
    }),
    { numRuns: 30, seed: 13 },
  );
});
