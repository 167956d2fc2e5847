import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Tree } from './tree.ts';

/** A made-up tree, with the breaches that its own lines announce. */
export interface Fixture {
  readonly rule: string;
  readonly tree: Tree;
  readonly expected: readonly { readonly file: string; readonly line: number; readonly says: string }[];
}

/** Every `fixtures/<rule>.txt`. */
export function readFixtures(folder: string): readonly Fixture[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => readFixture(name.replace(/\.txt$/, ''), readFileSync(join(folder, name), 'utf8')));
}

/**
 * A fixture is several files in one: each begins with `=== path`, and a line that breaks the rule ends in a comment
 * `breach: words of the message` (several are parted by ` | `), which is cut off before the rule reads it. A breach
 * of a file that is not there is announced as `=== path breach: words`. `×300` before a line repeats it.
 */
export function readFixture(rule: string, text: string): Fixture {
  const tree = new Map<string, string>();
  const expected: { file: string; line: number; says: string }[] = [];
  for (const part of text.split(/^=== /m).slice(1)) {
    const [head = '', ...lines] = part.replace(/\n$/, '').split('\n');
    const [file = '', missing] = head.split(' breach: ');
    if (missing) {
      expected.push({ file, line: 1, says: missing });
      continue;
    }
    const plain: string[] = [];
    for (const line of lines) {
      const { code, words } = announced(line);
      for (const says of words) expected.push({ file, line: plain.length + 1, says });
      const [, times, repeated] = /^×(\d+) (.*)$/.exec(code) ?? [];
      plain.push(...(repeated === undefined ? [code] : Array.from({ length: Number(times) }, () => repeated)));
    }
    tree.set(file, `${plain.join('\n')}\n`);
  }
  return { rule, tree, expected };
}

function announced(line: string): { code: string; words: readonly string[] } {
  const [, code, words] = /^(.*?)\s*(?:\/\/|--|\/\*|<!--)\s*breach: (.*?)\s*(?:\*\/|-->)?$/.exec(line) ?? [];
  return code === undefined || words === undefined ? { code: line, words: [] } : { code, words: words.split(' | ') };
}
