import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { gather } from '#platform/domain';
import { channelPigeon } from './fixtures/toys/channel-pigeon/index.ts';
import { pigeonKeeper } from './fixtures/toys/pigeon-keeper.ts';
import { wishes } from './fixtures/toys/wishes/index.ts';
import { pictureOf } from './picture.ts';
import { rules } from './rules/index.ts';
import { readTree, report, type Tree } from './tree.ts';

const house = readTree(new URL('../..', import.meta.url).pathname);

test('a toy channel, metric, desk and domain cost one folder and one line each, and break no rule', () => {
  const grown = withToys(house);
  for (const { name, check } of rules) {
    const before = report(check(house)).map(withoutLine);
    expect({ name, breaches: report(check(grown)).map(withoutLine) }).toEqual({ name, breaches: before });
  }
  const changed = [...grown].filter(([path, text]) => house.has(path) && house.get(path) !== text);
  expect(changed.map(([path]) => path)).toEqual(['desks/index.ts', 'domains/index.ts']);
  expect(pictureOf(grown)).toMatch(/channel-pigeon[\s\S]*pigeon-keeper|pigeon-keeper[\s\S]*channel-pigeon/);
  expect(pictureOf(grown)).toContain('wishes --> conversations');
});

test('the house picks up what the toys bring, each in its one place', () => {
  const { channels, metrics, desks, handlers, permissions, within } = gather([channelPigeon, wishes], [pigeonKeeper]);
  expect([...channels.keys()]).toEqual(['pigeon']);
  expect([...metrics.keys()]).toEqual(['wishes-made']);
  expect(desks.map(({ id }) => id)).toEqual(['pigeon-keeper']);
  expect(handlers.map(({ route }) => route.path)).toEqual(['/api/wishes']);
  expect(permissions.map(({ name }) => name)).toEqual(['wishes.read']);
  expect(within.get('conversation.closed')?.map(({ name }) => name)).toEqual(['wishes.makeWish']);
});

/** The house with the toys moved in: their folders, and their lines in the two lists. */
function withToys(tree: Tree): Tree {
  const folder = new URL('fixtures/toys', import.meta.url).pathname;
  const grown = new Map(tree);
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(ts|sql|md)$/.test(path) || path === 'README.md') continue;
    grown.set(path.includes('/') ? `domains/${path}` : `desks/${path}`, readFileSync(join(folder, path), 'utf8'));
  }
  addLine(grown, 'domains/index.ts', "import { channelPigeon } from '#domains/channel-pigeon';", 'channelPigeon');
  addLine(grown, 'domains/index.ts', "import { wishes } from '#domains/wishes';", 'wishes');
  addLine(grown, 'desks/index.ts', "import { pigeonKeeper } from './pigeon-keeper.ts';", 'pigeonKeeper');
  return grown;
}

function addLine(tree: Map<string, string>, path: string, line: string, name: string): void {
  tree.set(path, `${line}\n${(tree.get(path) ?? '').replace(/\n\];\n*$/, `\n  ${name},\n];\n`)}`);
}

/** An import more moves the lines below it. */
function withoutLine(breach: string): string {
  return breach.replace(/:\d+ /, ' ');
}
