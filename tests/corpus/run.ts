// `npm run corpus`: compares our reading of others' mails with what they expect, into docs/reference/mail-corpus.md; `--ways` also sends them all.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { countOf, measureAll, pageOf, unexplained } from './page.ts';
import { dataMissing } from './sets.ts';
import { waysSection } from './ways.ts';

const root = join(import.meta.dirname, '../..');
const say = (words: string): void => void process.stdout.write(`${words}\n`);

const missing = dataMissing();
if (missing) {
  say(`Nothing to compare: ${missing}.`);
  process.exit(0);
}
const measures = await measureAll();
for (const one of measures) {
  const { exactly, inMeaning } = countOf(one);
  say(`${one.set}, ${one.what}: ${exactly}${inMeaning > exactly ? ` (${inMeaning} in meaning)` : ''} of ${one.of}`);
}
for (const words of unexplained(measures)) say(`not explained: ${words}`);
const page = join(root, 'docs/reference/mail-corpus.md');
if (process.argv.includes('--ways')) goWays();
const kept = existsSync(page) ? (/^## What became of each[^]*/m.exec(readFileSync(page, 'utf8'))?.[0] ?? '') : '';
writeFileSync(page, pageOf(measures, (process.argv.includes('--ways') ? waysSection() : null) ?? kept));
say('Written: docs/reference/mail-corpus.md');

/** Sends every mail through our own door and through a real mail host. */
function goWays(): void {
  const words = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'peers', 'tests/peers/mail-corpus.test.ts'];
  const { status } = spawnSync(process.execPath, words, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
