import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Mail, readMail } from '#science/mail';

/** Real mail of others with the results its makers expect; it lies beside the repository, never in it. */
export const dataFolder = join(import.meta.dirname, '../../../shared/data');

/** Why nothing can be measured here; null where it can. */
export function dataMissing(): string | null {
  return existsSync(join(dataFolder, 'mail')) ? null : 'no ../shared/data/mail';
}

/** The files of a set by their paths within the data, in order. */
export function filesOf(...patterns: string[]): string[] {
  return globSync(patterns, { cwd: dataFolder })
    .filter((file) => statSync(join(dataFolder, file)).isFile())
    .toSorted();
}

export function bytesOf(file: string): Uint8Array {
  return new Uint8Array(readFileSync(join(dataFolder, file)));
}

const mails = new Map<string, Promise<Mail>>();

/** A mail of a set, read once however often it is compared. */
export function mailOf(file: string): Promise<Mail> {
  const known = mails.get(file) ?? readMail(bytesOf(file));
  mails.set(file, known);
  return known;
}

/** A text file with line feeds only. */
export function textOf(file: string): string {
  return readFileSync(join(dataFolder, file), 'utf8').replace(/\r\n/g, '\n');
}

export function isThere(file: string): boolean {
  return existsSync(join(dataFolder, file));
}

/** What is compared where only line ends and runs of blanks differ. */
export function inOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** One thing that was compared over a set. */
export interface Measure {
  readonly set: string;
  readonly what: string;
  readonly agree: number;
  readonly of: number;
  readonly apart: readonly Apart[];
}

/** One file that does not agree; `same` where ours is the same, read further. */
export interface Apart {
  readonly file: string;
  readonly wanted: string;
  readonly ours: string;
}

/** Compares each file of a set; null from the judge means that it says nothing about this file. */
export async function measure(
  set: string,
  what: string,
  files: readonly string[],
  judge: (file: string) => Promise<readonly [wanted: string, ours: string] | null>,
): Promise<Measure> {
  const apart: Apart[] = [];
  let of = 0;
  for (const file of files) {
    const pair = await judge(file);
    if (pair === null) continue;
    of += 1;
    const [wanted, ours] = pair;
    if (wanted !== ours) apart.push({ file: file.split('/').at(-1) ?? file, wanted, ours });
  }
  return { set, what, agree: of - apart.length, of, apart };
}
