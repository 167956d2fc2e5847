import { expect, test } from 'vitest';
import { rarityOf } from './split-words.ts';
import { shareOf } from './word-shares.ts';

const known = {
  frequent: new Map([
    ['order', 0.2],
    ['ordering', 0.05],
    ["o'clock", 0.04],
  ]),
  rest: 0.001,
};

test.each([
  ["'order'", 0.2],
  ["'order':*", 0.25],
  ["'quixotic':*", 0.001],
  ["'o''clock'", 0.04],
  ["('order' <-> 'ordering':*)", 0.05],
  ["('order' | 'ordering')", 0.25],
  ["'f:maya' & 'order'", 0.001],
])('%s is met in its share of the parts', (query, share) => {
  expect(shareOf(known, query)).toBeCloseTo(share, 6);
});

test('the index is asked at once for what a walk would seldom meet', () => {
  expect(rarityOf(known, ["'order':*"])).toMatchObject({ isRare: false, inIndex: ["'order':*"], areFrequent: true });
  expect(rarityOf(known, ["'order':*", "'tent':*"])).toMatchObject({
    isRare: true,
    inIndex: ["'tent':*"],
    inRows: ["'order':*"],
  });
});
