import { expect, test } from 'vitest';
import { marksOf, placesIn, snippetOf } from './marks.ts';
import { parseSearch } from './parse-search.ts';

const long = 'x'.repeat(70);
const searches = [
  'order',
  'orders',
  'ord',
  '"red tent"',
  '"tent red"',
  'a4',
  '"a4 red"',
  'order tent',
  long,
  `"${long} red"`,
];
const texts = [
  'Order my tent: the red tent, please, of order A4.',
  'preorder ordering ORDERS, red-tent red  \n tent\tRED',
  `a4b red.tent tent.red ${long}yz red ${long} red`,
  "order's red\u0000tent",
  '',
];

test.each(searches)('a plain text tells of %s what one with an accent tells', (q) => {
  const wanted = marksOf(parseSearch(q)).inText;
  expect(wanted.length).toBeGreaterThan(0);
  for (const text of texts) expect(placesIn(text, wanted)).toEqual(placesIn(`${text} é`, wanted));
});

test('a text shows the first words found, marked', () => {
  const text = `${'long ago. '.repeat(30)}My tent is torn, says the ORDER. ${'and so on '.repeat(30)}`;
  const pieces = snippetOf(text, placesIn(text, marksOf(parseSearch('orders tent')).inText));
  expect(pieces.filter(({ found }) => found).map((piece) => piece.text)).toEqual(['tent', 'ORDER']);
  expect(pieces[0]?.text).toBe('… ');
  expect(pieces.at(-1)?.text).toBe(' …');
});
