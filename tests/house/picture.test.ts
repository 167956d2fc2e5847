import { expect, test } from 'vitest';
import { pictureOf, redraw } from './picture.ts';
import { readTree } from './tree.ts';

test('the picture in ARCHITECTURE.md is the house as it stands (else run node_modules/.bin/node tests/house/draw.ts)', () => {
  const tree = readTree(new URL('../..', import.meta.url).pathname);
  const document = tree.get('ARCHITECTURE.md') ?? '';
  expect(document).toBe(redraw(document, tree));
});

test('the picture shows the rooms of each floor, and each need that does not follow from another', () => {
  const tree = new Map([
    [
      'domains/index.ts',
      "import { a } from '#domains/a';\nimport { b } from '#domains/b';\nimport { c } from '#domains/c';\nexport const domains = [a, b, c];",
    ],
    ['domains/a/index.ts', 'export const a = { needs: [] };'],
    ['domains/b/index.ts', "export const b = { needs: ['a'] };"],
    ['domains/c/index.ts', "export const c = { needs: ['a', 'b'] };"],
    ['platform/ctx/index.ts', ''],
    ['desks/agent.ts', ''],
    ['desks/index.ts', ''],
  ]);
  const picture = pictureOf(tree);
  expect(picture).toContain('domains    a · b · c\nplatform   ctx\n');
  expect(picture).toContain('desks      agent\n');
  expect(picture).toContain('flowchart BT\n  b --> a\n  c --> b\n```');
});
