import { expect, test } from 'vitest';
import { mend, slipIn } from './spelling.ts';

test('a finished word that is mistyped is found and mended, with its capital', () => {
  const slip = slipIn('You recieve a text. Untill then');
  expect(slip).toEqual({ at: 20, wrong: 'Untill', right: 'Until' });
  expect(slip && mend('You recieve a text. Untill then', slip)).toBe('You recieve a text. Until then');
});

test('a word that is still being typed, and one that is right, are left alone', () => {
  expect(slipIn('You recieve')).toBeUndefined();
  expect(slipIn('You receive it.')).toBeUndefined();
});
