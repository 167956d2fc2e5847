import { expect, test } from 'vitest';
import { promisedTime, timeIn } from './promised-time.ts';

const now = new Date(2026, 10, 17, 10, 42);
const at = (days: number, hour: number, minute = 0): Date => new Date(2026, 10, 17 + days, hour, minute);

test.for([
  ['Thanks. I will write before eleven.', at(0, 11)],
  ['We’ll call you in 2 hours, promised.', at(0, 12, 42)],
  ['I will write by 3', at(0, 15)],
  ['I’ll answer by 15:30 and then see.', at(0, 15, 30)],
  ['we will send it by 9 tomorrow', at(1, 9)],
  ['I will look at it tomorrow', at(1, 9)],
  ['I will write by the end of the day', at(0, 17)],
  ['I will write within the next half hour', at(0, 11, 12)],
] as const)('“%s” promises its time', ([text, time]) => {
  expect(promisedTime(text, now)?.at).toEqual(time);
});

test.for(['You wrote at 11.', 'Order 1130 will arrive.', 'I will look at it.', 'Open until 18:00'])(
  '“%s” promises nothing',
  (text) => {
    expect(promisedTime(text, now)).toBeUndefined();
  },
);

test('a field takes a time as people write it', () => {
  expect(timeIn('14:30', now)).toEqual(at(0, 14, 30));
  expect(timeIn('9', now)).toEqual(at(0, 21));
  expect(timeIn('soon', now)).toBeUndefined();
});
