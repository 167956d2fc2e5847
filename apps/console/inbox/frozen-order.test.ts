import { expect, test } from 'vitest';
import { forgetReturned, hold, inHeldOrder } from './frozen-order.ts';

interface Row {
  readonly id: string;
  readonly text: string;
}
const row = (id: string, text = ''): Row => ({ id, text });
const nobody = new Set<string>();
const idsOf = (rows: readonly Row[]): string => rows.map(({ id }) => id).join('');

test('rows that change their place stay where they are, with their new words', () => {
  const held = hold([row('a'), row('b'), row('c')]);
  const shown = inHeldOrder(held, [row('c', 'new'), row('a'), row('b')], nobody);
  expect(idsOf(shown.rows)).toBe('abc');
  expect(shown.rows[2]?.text).toBe('new');
});

test('a new row is counted, not shown, until it is asked for', () => {
  const held = hold([row('a'), row('b')]);
  const shown = inHeldOrder(held, [row('n'), row('a'), row('b')], nobody);
  expect(idsOf(shown.rows)).toBe('ab');
  expect(shown.waiting).toBe(1);
});

test('a row that somebody else closed stays under the pointer', () => {
  const held = hold([row('a'), row('b')]);
  expect(idsOf(inHeldOrder(held, [row('b')], nobody).rows)).toBe('ab');
});

test('a row that I closed myself leaves at once', () => {
  const held = hold([row('a'), row('b')]);
  expect(idsOf(inHeldOrder(held, [row('a'), row('b')], new Set(['a'])).rows)).toBe('b');
});

test('the next page is added below while the order holds', () => {
  const held = hold([row('a'), row('b')]);
  expect(idsOf(inHeldOrder(held, [row('a'), row('b'), row('c')], nobody).rows)).toBe('abc');
});

test('a row taken out stays out while it leaves, and is shown again when it comes back', () => {
  const leaving = forgetReturned(new Map([['b', 'leaving' as const]]), [row('a'), row('b')]);
  expect([...leaving]).toEqual([['b', 'leaving']]);
  const left = forgetReturned(leaving, [row('a')]);
  expect([...left]).toEqual([['b', 'left']]);
  expect(forgetReturned(left, [row('a')])).toBe(left);
  expect([...forgetReturned(left, [row('a'), row('b')])]).toEqual([]);
});
