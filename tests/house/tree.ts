import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The files of the house: path from its root (with `/`) to text. Small enough to be made up in a fixture. */
export type Tree = ReadonlyMap<string, string>;

/** One place where a rule is broken, and what to do about it. */
export interface Breach {
  readonly file: string;
  readonly line: number;
  readonly says: string;
}

/** A rule of the house: a pure function over a tree. */
export interface Rule {
  readonly name: string;
  readonly promise: string;
  check(tree: Tree): Breach[];
}

/** Largest file a rule reads, in bytes; what is larger is data. */
const readLimitBytes = 1_000_000;

const textEndings =
  /\.(ts|tsx|mts|mjs|cjs|js|jsx|json|jsonc|md|sql|css|html|yml|yaml|txt|toml|svg|sh)$|(^|\/)(\.[a-z]+rc|\.gitignore|\.npmrc|\.env\.example|LICENSE|run)$/;

/**
 * Reads every file that git tracks, or would track, below `root`. The fixtures of these tests are no part of the house.
 */
export function readTree(root: string): Tree {
  const tree = new Map<string, string>();
  for (const path of (listed(root) ?? walked(root)).toSorted()) {
    if (!textEndings.test(path) || path.startsWith('tests/house/fixtures/')) continue;
    const file = join(root, path);
    if (existsSync(file) && statSync(file).size <= readLimitBytes) tree.set(path, readFileSync(file, 'utf8'));
  }
  return tree;
}

/** What git lists; null where there is no git, or it does not trust the owner of the folder. */
function listed(root: string): string[] | null {
  const words = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const { status, stdout } = spawnSync('git', words, { cwd: root, encoding: 'utf8', maxBuffer: 64_000_000 });
  return status === 0 ? stdout.split('\0') : null;
}

const notOurs = new Set(['node_modules', 'dist', 'coverage', 'test-results', '.git', '.data']);

function walked(root: string, below = ''): string[] {
  return readdirSync(join(root, below), { withFileTypes: true }).flatMap((entry) => {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (notOurs.has(entry.name)) return [];
    return entry.isDirectory() ? walked(root, path) : [path];
  });
}

/** `file:line says`, one a line, as an engineer reads it in a terminal. */
export function report(breaches: readonly Breach[]): string[] {
  return breaches.map(({ file, line, says }) => `${file}:${line} ${says}`).sort();
}

/** The number of the line, from 1, in which the offset lies. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}
