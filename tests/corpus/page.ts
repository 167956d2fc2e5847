import { explanationOf } from './explained.ts';
import { judgeKinds } from './judge-kinds.ts';
import { judgeBroken, judgeMails } from './judge-mails.ts';
import { judgeReplies } from './judge-replies.ts';
import type { Apart, Measure } from './sets.ts';

/** The least that must agree, by set and what is compared. */
export const bars: Readonly<Record<string, number>> = {
  'email_reply_trimmer: visible reply': 62,
  'talon: visible reply, plain': 12,
  'talon: visible reply, HTML': 8,
  'zammad: sender and subject': 71,
  'payloads: bounce': 82,
  'all other mails: no false alarm': 189,
};

/** Everything that can be compared, in the order of the page. */
export async function measureAll(): Promise<Measure[]> {
  return [...(await judgeMails()), ...(await judgeReplies()), ...(await judgeKinds()), ...(await judgeBroken())];
}

/** What agrees to the letter, and what also does once ours is seen as the same thing, read further. */
export function countOf(one: Measure): { exactly: number; inMeaning: number } {
  const read = one.apart.filter((apart) => explained(one, apart)?.isRead);
  return { exactly: one.agree, inMeaning: one.agree + read.length };
}

/** Disagreements that nobody has explained. */
export function unexplained(measures: readonly Measure[]): string[] {
  return measures.flatMap((one) =>
    one.apart.filter((apart) => !explained(one, apart)).map((apart) => `${nameOf(one)}: ${apart.file}`),
  );
}

/** The page as it stands in docs/reference; what became of each mail is counted apart, and kept where it was not. */
export function pageOf(measures: readonly Measure[], fates: string): string {
  return [
    '# Mail of others',
    '',
    'Written by `npm run corpus`, with the fates by `npm run corpus -- --ways`; do not edit. The mails are others’ and lie beside the repository',
    '(`../shared/data`), never in it; where they are absent the command and its tests say so. `packages/mail/corpus.test.ts` holds the bars and that no',
    'disagreement is left unexplained; what is compared, and how, is in `tests/corpus/`.',
    '',
    '## What agrees',
    '',
    '“In meaning” adds what is the same and only read further than the other product reads it.',
    '',
    '| set | what | agree | in meaning | of | bar |',
    '|---|---|---:|---:|---:|---:|',
    ...measures.map(rowOf),
    '',
    '## What does not, and why',
    '',
    '| set | what | file | why |',
    '|---|---|---|---|',
    ...measures.flatMap((one) => one.apart.map((apart) => whyOf(one, apart))),
    '',
    fates,
  ].join('\n');
}

function rowOf(one: Measure): string {
  const { exactly, inMeaning } = countOf(one);
  return `| ${one.set} | ${one.what} | ${exactly} | ${inMeaning} | ${one.of} | ${bars[nameOf(one)] ?? ''} |`;
}

function whyOf(one: Measure, apart: Apart): string {
  const { why, isRead } = explained(one, apart) ?? { why: 'not explained' };
  return `| ${one.set} | ${one.what} | ${apart.file} | ${why}${isRead ? ' (the same, read further)' : ''} |`;
}

function explained(one: Measure, apart: Apart) {
  return explanationOf(one.set, one.what, apart.file);
}

function nameOf(one: Measure): string {
  return `${one.set}: ${one.what}`;
}
