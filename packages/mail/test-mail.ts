import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readMail } from './read.ts';
import type { Mail } from './mail.ts';

/** Real mail of others, beside the repository on machines that have it; its tests skip elsewhere. */
export const CORPUS = join(import.meta.dirname, '../../../shared/data');
export const hasCorpus = existsSync(join(CORPUS, 'mail'));

/** A mail written as lines, for tests: headers, a blank line, the body. */
export function aMail(...lines: string[]): Promise<Mail> {
  return readMail(new TextEncoder().encode(lines.join('\r\n')));
}

/** All files below a folder of the corpus whose names end so. */
export function corpusFiles(folder: string, ...ends: string[]): string[] {
  const walk = (at: string): string[] =>
    readdirSync(at).flatMap((name) =>
      statSync(join(at, name)).isDirectory() ? walk(join(at, name)) : [join(at, name)],
    );
  return walk(join(CORPUS, folder)).filter((file) => ends.some((end) => file.endsWith(end)));
}

/** One file of the corpus as bytes. */
export function corpusBytes(file: string): Uint8Array {
  return new Uint8Array(readFileSync(file));
}
