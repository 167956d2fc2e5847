import { expect, test } from 'vitest';
import { placed } from './use-chats.ts';

test('chats keep their columns; one that ends leaves its own empty, and the next one takes it', () => {
  const first = placed([], ['a', 'b', 'c'], 3);
  expect(first).toEqual(['a', 'b', 'c']);
  const ended = placed(first, ['a', 'c'], 3);
  expect(ended).toEqual(['a', null, 'c']);
  expect(placed(ended, ['a', 'c', 'd'], 3)).toEqual(['a', 'd', 'c']);
});

test('more chats than columns that fit get columns of their own, six at most', () => {
  expect(placed(['a', null, 'c'], ['a', 'b', 'c', 'd'], 3)).toEqual(['a', 'b', 'c', 'd']);
  expect(placed([], ['a', 'b', 'c', 'd', 'e', 'f', 'g'], 3)).toHaveLength(6);
});
