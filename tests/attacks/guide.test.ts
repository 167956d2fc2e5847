import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const guide = readFileSync(join(root, 'docs/guides/security.md'), 'utf8');

/** How many points of levels 1 and 2 each section of OWASP ASVS 5.0 has; they come first in it. */
const points: Readonly<Record<number, readonly (readonly [section: number, points: number])[]>> = {
  1: [
    [1, 2],
    [2, 9],
    [3, 11],
    [4, 3],
    [5, 2],
  ],
  2: [
    [1, 3],
    [2, 3],
    [3, 4],
    [4, 1],
  ],
  3: [
    [2, 2],
    [3, 4],
    [4, 6],
    [5, 5],
    [7, 2],
  ],
  4: [
    [1, 3],
    [2, 1],
    [3, 2],
    [4, 4],
  ],
  5: [
    [1, 1],
    [2, 3],
    [3, 2],
    [4, 3],
  ],
  6: [
    [1, 3],
    [2, 12],
    [3, 4],
    [4, 4],
    [5, 5],
    [6, 3],
    [8, 4],
  ],
  7: [
    [1, 3],
    [2, 4],
    [3, 2],
    [4, 5],
    [5, 2],
    [6, 2],
  ],
  8: [
    [1, 2],
    [2, 3],
    [3, 1],
    [4, 1],
  ],
  9: [
    [1, 3],
    [2, 4],
  ],
  10: [
    [1, 2],
    [2, 2],
    [3, 4],
    [4, 11],
    [5, 5],
    [6, 2],
    [7, 3],
  ],
  11: [
    [1, 2],
    [2, 3],
    [3, 3],
    [4, 4],
    [5, 1],
    [6, 1],
  ],
  12: [
    [1, 3],
    [2, 2],
    [3, 4],
  ],
  13: [
    [1, 1],
    [2, 5],
    [3, 2],
    [4, 5],
  ],
  14: [
    [1, 2],
    [2, 4],
    [3, 3],
  ],
  15: [
    [1, 3],
    [2, 3],
    [3, 7],
  ],
  16: [
    [1, 1],
    [2, 5],
    [3, 4],
    [4, 3],
    [5, 3],
  ],
  17: [
    [1, 1],
    [2, 4],
    [3, 2],
  ],
};
const rows = [...guide.matchAll(/^\| (V[\d.]+) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$/gm)].map(
  ([, point = '', asks = '', state = '', why = '']) => ({ point, asks, state, why }),
);

test('every point of levels 1 and 2 stands in the guide once, with a state and what shows it', () => {
  const all = Object.entries(points).flatMap(([chapter, sections]) =>
    sections.flatMap(([section, count]) =>
      Array.from({ length: count }, (_, index) => `V${chapter}.${section}.${index + 1}`),
    ),
  );
  expect(rows.map(({ point }) => point)).toEqual(all);
  const states = ['holds', 'in part', 'not here', 'not shown'];
  expect(rows.filter(({ state, why }) => !states.includes(state) || why.trim() === '')).toEqual([]);
  const count = (wanted: string) => rows.filter(({ state }) => state === wanted).length;
  expect(guide).toContain(
    `Of ${rows.length} points ${count('holds')} hold, ${count('in part')} in part, ${count('not here')} are not here, ${count('not shown')} are not shown.`,
  );
});

test('every file that the guides name is there', () => {
  const access = readFileSync(join(root, 'docs/guides/security-access.md'), 'utf8');
  const named = [
    ...`${guide}${access}`.matchAll(/(?<![\w./-])((?:tests|domains|platform|packages|apps|docs)\/[\w./-]*\w)/g),
  ].map(([, path = '']) => path);
  expect(named.length).toBeGreaterThan(100);
  expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});
