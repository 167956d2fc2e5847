import { expect, test } from 'vitest';
import { snoozeChoices } from './snooze.ts';

const choicesAt = (at: Date): readonly string[] =>
  snoozeChoices(at).map(({ id, until }) => `${id} ${until.getDate()}.${until.getMonth() + 1} ${until.getHours()}`);

test('on a Tuesday morning: later today, tomorrow, Monday', () => {
  expect(choicesAt(new Date(2026, 10, 17, 10, 42))).toEqual([
    'laterToday 17.11 16',
    'tomorrow 18.11 9',
    'monday 23.11 9',
  ]);
});

test('in the evening "later today" is over', () => {
  expect(choicesAt(new Date(2026, 10, 17, 18))).toEqual(['tomorrow 18.11 9', 'monday 23.11 9']);
});

test('on a Monday, Monday is the next one', () => {
  expect(choicesAt(new Date(2026, 10, 16, 10)).at(-1)).toBe('monday 23.11 9');
});
