import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isTest, sourcesOf } from '../house/sources.ts';
import { targetOf } from '../house/rooms.ts';
import { readTree } from '../house/tree.ts';

const root = join(import.meta.dirname, '../..');
const read = (name: string) => JSON.parse(readFileSync(join(root, name), 'utf8'));

/** Where the code of the server and of its command line lies. */
const ofTheServer = /^(apps|domains|platform|packages|desks|demo)\/(?!.*\/console\/).*\.ts$/;

interface Part {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
}

test('every part of others is listed with its version and a strong sum of its bytes, and comes from the registry alone', () => {
  const { packages } = read('package-lock.json') as { packages: Record<string, Part> };
  const parts = Object.entries(packages).filter(([place]) => place !== '');
  expect(parts.length).toBeGreaterThan(500);
  const unsure = parts.filter(
    ([, { version, integrity, resolved }]) => !version || !integrity?.startsWith('sha512-') || resolved !== undefined,
  );
  expect(unsure.map(([place]) => place)).toEqual([]);
});

test('what we ask for is asked for by one version, never by a range', () => {
  const { dependencies, devDependencies, optionalDependencies = {} } = read('package.json');
  const asked = Object.entries<string>({ ...dependencies, ...devDependencies, ...optionalDependencies });
  expect(asked.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
});

test('what runs for an organisation loads no test, no specimen and nothing made to try things out', () => {
  const sources = sourcesOf(new Map([...readTree(root)].filter(([path]) => ofTheServer.test(path))));
  const loaded = new Set<string>();
  const look = (path: string): void => {
    if (loaded.has(path)) return;
    loaded.add(path);
    for (const { specifier, typeOnly } of sources.get(path)?.imports ?? []) {
      const target = typeOnly ? null : targetOf(path, specifier);
      if (target && sources.has(target)) look(target);
    }
  };
  look('apps/server/main.ts');
  look('apps/cli/main.ts');
  // the house is really walked through: its domains, their doors and their verbs
  expect(loaded.size).toBeGreaterThan(500);
  expect(loaded).toContain('domains/conversations/reply.ts');
  expect([...loaded].filter((path) => isTest(path) || /(^|\/)(specimens|fixtures)(\.ts$|\/)/.test(path))).toEqual([]);
  expect(existsSync(join(root, 'dist/console/preview.html'))).toBe(false);
});
