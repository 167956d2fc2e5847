import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { shortcuts } from '#platform/ui';

const root = join(import.meta.dirname, '../../..');

test('behind every key of the registry some screen offers a command: the sheet promises nothing else', () => {
  const screens = globSync('{apps/console,domains/*/console}/**/*.{ts,tsx}', { cwd: root })
    .filter((file) => !/\.test\.|words/u.test(file))
    .map((file) => readFileSync(join(root, file), 'utf8'))
    .join('\n');
  // a numbered one is offered by its place: `chat${place}`
  const isOffered = (id: string): boolean =>
    screens.includes(`'${id}'`) || screens.includes(`\`${id.replace(/\d$/u, '')}\${`);
  expect(shortcuts.map(({ id }) => id).filter((id) => !isOffered(id))).toEqual([]);
});
