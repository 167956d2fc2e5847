import { expect, test } from 'vitest';
import { noRoomFor } from './uploads.ts';

const megabyte = 1024 * 1024;
const files = (count: number, sizeBytes: number) => Array.from({ length: count }, () => ({ sizeBytes }));

test('a file that goes too far is named by why: too large, too large with the others, or one too many', () => {
  expect(noRoomFor(20 * megabyte, [])).toBeUndefined();
  expect(noRoomFor(20 * megabyte + 1, [])).toBe('tooLarge');
  expect(noRoomFor(2 * megabyte, files(9, 2 * megabyte))).toBeUndefined();
  expect(noRoomFor(2 * megabyte + 1, files(9, 2 * megabyte))).toBe('tooLargeTogether');
  expect(noRoomFor(1, files(29, 1))).toBeUndefined();
  expect(noRoomFor(1, files(30, 1))).toBe('tooMany');
});
