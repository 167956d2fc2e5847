import { expect, test } from 'vitest';
import { frozen } from './frozen.ts';
import { findKept, keep } from './kept-values.ts';

test('a value is found under its own mark alone, and another mark takes its place', () => {
  keep('w', 'm1', 'k', 1);
  expect(findKept('w', 'm1', 'k')).toEqual({ value: 1 });
  expect(findKept('w', 'm2', 'k')).toBeNull();
  keep('w', 'm2', 'l', null);
  expect(findKept('w', 'm2', 'l')).toEqual({ value: null });
  expect([findKept('w', 'm1', 'k'), findKept('w', 'm2', 'k')]).toEqual([null, null]);
});

test('nothing is kept where there is no mark', () => {
  keep('unmarked', null, 'k', 1);
  expect(findKept('unmarked', null, 'k')).toBeNull();
});

test('the workspace asked for longest ago goes first, and one workspace keeps so many values', () => {
  keep('asked', 'm', 'k', 1);
  keep('forgotten', 'm', 'k', 1);
  for (let n = 0; n < 1_999; n += 1) {
    findKept('asked', 'm', 'k');
    keep(`other ${n}`, 'm', 'k', n);
  }
  expect(findKept('asked', 'm', 'k')).toEqual({ value: 1 });
  expect(findKept('forgotten', 'm', 'k')).toBeNull();
  for (let n = 0; n <= 500; n += 1) keep('many', 'm', `k${n}`, n);
  expect(findKept('many', 'm', 'k0')).toBeNull();
  expect(findKept('many', 'm', 'k500')).toEqual({ value: 500 });
});

test('what is kept is frozen through and through, and what could not be is refused', () => {
  const value = frozen({ list: [{ inner: { deep: 1 } }], none: null });
  expect(() => Object.assign(value.list[0]?.inner ?? {}, { deep: 2 })).toThrow(TypeError);
  expect(() => value.list.push({ inner: { deep: 3 } })).toThrow(TypeError);
  for (const one of [new Date(), new Map(), new Set(), [{ at: new Date() }]])
    expect(() => frozen(one)).toThrow('plain objects');
});
