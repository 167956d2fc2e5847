import { describe, expect, test } from 'vitest';
import { doors } from './rooms.ts';
import { rules } from './rules/index.ts';
import { readTree, report } from './tree.ts';

const tree = readTree(new URL('../..', import.meta.url).pathname);

describe('the house', () => {
  test.each(rules)('$name: $promise', ({ check }) => {
    expect(report(check(tree))).toEqual([]);
  });

  test('package.json opens the same doors as the rules', () => {
    expect(JSON.parse(tree.get('package.json') ?? '{}')).toMatchObject({ imports: doors });
  });
});
