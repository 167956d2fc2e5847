import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What became of the mails on one way into Rapport, as the mail ledger says. */
export interface Way {
  readonly way: string;
  readonly messages: number;
  readonly fates: Readonly<Record<string, number>>;
}

/** Where `tests/peers/mail-corpus.test.ts` leaves its counts. */
export const waysFile = join(import.meta.dirname, '../../.data/corpus/ways.json');

/** The section of the page; null where no way was gone. */
export function waysSection(): string | null {
  if (!existsSync(waysFile)) return null;
  const ways = JSON.parse(readFileSync(waysFile, 'utf8')) as Way[];
  const names = [...new Set(ways.flatMap(({ fates }) => Object.keys(fates)))].toSorted();
  return [
    '## What became of each',
    '',
    'Every mail of every set once, bodies without a header in a plain one of our own, and every bounce: through our own door, and through Postfix',
    'and Dovecot into a mailbox that we read. The columns are what the mail ledger says afterwards; each mail has one row, none broke anything',
    '(`tests/peers/mail-corpus.test.ts`).',
    '',
    `| way | mails | ${names.join(' | ')} |`,
    `|---|---:|${names.map(() => '---:').join('|')}|`,
    ...ways.map((one) => `| ${one.way} | ${one.messages} | ${names.map((name) => one.fates[name] ?? 0).join(' | ')} |`),
    '',
  ].join('\n');
}
