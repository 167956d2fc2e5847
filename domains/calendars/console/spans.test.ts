import { expect, test } from 'vitest';
import { readSpans, writeSpans } from './spans.ts';

test('what is typed for a day is read with or without minutes, and written the same way', () => {
  const broken = [
    { open: '09:00', close: '12:00' },
    { open: '13:30', close: '24:00' },
  ];
  expect(readSpans('9-12; 13:30 – 24')).toEqual(broken);
  expect(readSpans(writeSpans(broken))).toEqual(broken);
  expect(readSpans('22-06')).toEqual([{ open: '22:00', close: '06:00' }]);
  expect([readSpans(''), readSpans(' , ')]).toEqual([[], []]);
});

test.each(['nine to five', '09:00-25:00', '09:00', '09:00-12:00, 11:00-14:00', '09:75-10:00'])(
  '%s is no hours',
  (text) => {
    expect(readSpans(text)).toBeNull();
  },
);
