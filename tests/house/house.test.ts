import { describe, expect, test } from 'vitest';
import { doors } from './rooms.ts';
import { rules } from './rules/index.ts';
import { workspaceFree } from './rules/tables-begin-with-workspace.ts';
import { acrossWorkspaces } from './statements.ts';
import { tableOwners } from './tables.ts';
import { readTree, report } from './tree.ts';

const tree = readTree(new URL('../..', import.meta.url).pathname);

describe('the house', () => {
  test.each(rules)('$name: $promise', ({ check }) => {
    expect(report(check(tree))).toEqual([]);
  });

  test('package.json opens the same doors as the rules', () => {
    expect(JSON.parse(tree.get('package.json') ?? '{}')).toMatchObject({ imports: doors });
  });

  test('every exception is of a table that is there: what is gone leaves the list', () => {
    const tables = [...tableOwners(tree).keys(), 'migrations'];
    const excepted = [...Object.keys(workspaceFree), ...Object.values(acrossWorkspaces).flatMap(Object.keys)];
    expect(excepted.filter((table) => !tables.includes(table))).toEqual([]);
  });
});
