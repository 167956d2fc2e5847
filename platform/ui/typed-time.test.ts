import { expect, test } from 'vitest';
import { typedTime } from './typed-time.ts';

const tuesday = new Date(2026, 10, 17, 10, 42);
const said = (text: string): string | undefined => {
  const at = typedTime(text, tuesday);
  return at && `${at.getFullYear()}-${at.getMonth() + 1}-${at.getDate()} ${at.getHours()}:${at.getMinutes()}`;
};

test.each([
  ['14:30', '2026-11-17 14:30'],
  ['9', '2026-11-18 9:0'],
  ['tomorrow', '2026-11-18 9:0'],
  ['tom 16.15', '2026-11-18 16:15'],
  ['friday', '2026-11-20 9:0'],
  ['next mon at 8', '2026-11-23 8:0'],
  ['tue', '2026-11-24 9:0'],
  ['in 3 hours', '2026-11-17 13:42'],
  ['in 2 weeks', '2026-12-1 10:42'],
  ['24.12.', '2026-12-24 9:0'],
  ['1/2 14:00', '2027-2-1 14:0'],
  ['2026-12-24 17', '2026-12-24 17:0'],
])('“%s” is a time to come', (text, at) => {
  expect(said(text)).toBe(at);
});

test.each(['', 'soon', '25:00', '14:75', '2026-11-16', 'in 0 days', 'blursday', '3.13.'])('“%s” is none', (text) => {
  expect(said(text)).toBeUndefined();
});
