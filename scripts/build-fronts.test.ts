import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rapport-fronts-'));
  for (const part of ['scripts', 'platform/start', 'package.json', 'package-lock.json'])
    cpSync(join(root, part), join(folder, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  write('apps/toy/vite.config.ts', `export default { build: { outDir: '../../dist/toy', emptyOutDir: true } };`);
  write('apps/toy/index.html', '<script type="module" src="./main.ts"></script>');
  write('apps/toy/main.ts', `console.log(import.meta.glob('../../domains/*/console/index.ts', { eager: true }));`);
  write('domains/sla/console/index.ts', `export { word } from '../contract.ts';`);
  write('domains/sla/contract.ts', `export const word = 'one';`);
});
afterAll(() => rmSync(folder, { recursive: true }));

test('a front is built when something that it is made of changed, and only then', { timeout: 60_000 }, () => {
  expect(build()).toContain('Toy built');
  expect(build()).toBe('');

  write('domains/sla/contract.ts', `export const word = 'two';`);
  expect(build()).toContain('Toy built');
  expect(built()).toContain('two');

  // What git does when branches are changed to and fro.
  utimesSync(join(folder, 'apps/toy/main.ts'), new Date(), new Date());
  write('domains/sla/close.ts', 'export const server = 1;');
  expect(build()).toBe('');

  write('domains/teams/console/index.ts', `export const team = 'a new page';`);
  expect(build()).toContain('Toy built');
  expect(built()).toContain('a new page');

  rmSync(join(folder, 'dist/toy'), { recursive: true });
  expect(build()).toContain('Toy built');
});

test('a front that cannot be built says why, and is not taken for built', { timeout: 60_000 }, () => {
  write('domains/sla/console/index.ts', `import './not-there.ts';`);
  expect(build()).toMatch(/The toy could not be built[\s\S]*not-there/);
  expect(build()).toMatch(/could not be built/);
});

function build(): string {
  const { stdout, stderr } = spawnSync(process.execPath, ['scripts/build-fronts.mjs'], {
    cwd: folder,
    encoding: 'utf8',
  });
  return stdout + stderr;
}

function built(): string {
  const assets = join(folder, 'dist/toy/assets');
  return readdirSync(assets)
    .map((name) => readFileSync(join(assets, name), 'utf8'))
    .join('\n');
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}
