import { expect, test } from 'vitest';
import { firstNameOf } from './first-name.ts';

test('a first name is taken where the whole looks like a person', () => {
  expect(['Maya Lindqvist', 'José Luis Ortega', 'Anne-Marie O’Neil', 'Ålva Öst'].map(firstNameOf)).toEqual([
    'Maya',
    'José',
    'Anne-Marie',
    'Ålva',
  ]);
});

test('everything else is called by its whole name', () => {
  for (const name of [
    'The Bank',
    'Alba Trekking SL',
    'Kurier24',
    'Dr Weiss',
    'Lindqvist, Maya',
    'J. Smith',
    'Nordic Shop',
    '김 민수',
    'maya@lindqvist.example',
    '',
  ])
    expect(firstNameOf(name)).toBe(name);
});
