import { expect, test } from 'vitest';
import { factsOf } from './audit-facts.ts';

test('what lies within a part stands in a row of its own, and only what differs', () => {
  const before = { id: '1', settings: { signature: 'Old', smtp: { host: 'a', port: 25 } } };
  const after = { id: '2', settings: { signature: 'Old', smtp: { host: 'b', port: 25 }, door: true } };
  expect(factsOf(before, after)).toEqual([
    { path: ['settings', 'smtp', 'host'], before: 'a', after: 'b' },
    { path: ['settings', 'door'], before: undefined, after: true },
  ]);
});

test('nothing, an empty text and an empty list are the same, and no change', () => {
  expect(factsOf({ text: null, days: [] }, { text: '', days: undefined })).toEqual([]);
  expect(factsOf({}, { limit: 0, leads: false }).map(({ path }) => path)).toEqual([['limit'], ['leads']]);
});
