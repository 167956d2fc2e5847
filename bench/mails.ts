import { createHash } from 'node:crypto';
import { readMail } from '#science/mail';
import { corpus } from '../tests/support/corpus.ts';
import type { Cast } from './make-workspace.ts';
import { seeded } from './random.ts';
import { makeWords } from './words.ts';

/** What kind of mails: first ones of new customers, answers in a thread, or odd and real ones of the corpus. */
export type MailKind = 'plain' | 'threaded' | 'corpus';

/** Answers each customer sends into the same thread. */
const answersEach = 4;

/** A mail, and its page where it has one: whoever opens it has it made safe first. */
export interface BenchMail {
  readonly raw: Buffer;
  readonly html: string | null;
}

/** Mails to be taken in before those that are measured, and those. */
export interface Mails {
  readonly before: readonly BenchMail[];
  readonly measured: readonly BenchMail[];
}

/** Makes the mails of a run; another seed makes others, so that no run repeats an earlier one's. */
export async function makeMails(
  kind: MailKind,
  cast: Cast,
  asked: { readonly count: number; readonly seed: number },
): Promise<Mails> {
  const [brand] = cast.brands;
  if (!brand) throw new Error('A bench without a brand.');
  return kind === 'corpus' ? ofCorpus(asked) : written(kind, brand.lineAddress, asked);
}

function written(kind: 'plain' | 'threaded', to: string, { count, seed }: { count: number; seed: number }): Mails {
  const words = makeWords(seeded(seed));
  const mail = (n: number, answers: number | null, step = 0): BenchMail => ({
    html: null,
    raw: Buffer.from(
      [
        `From: ${words.name()} <mail-${seed}-${answers ?? n}@customer.example>`,
        `To: <${to}>`,
        `Subject: ${answers === null ? '' : 'Re: '}${words.subject()}`,
        `Date: ${new Date().toUTCString().replace('GMT', '+0000')}`,
        `Message-ID: <${seed}.${n}.${step}@customer.example>`,
        ...(answers === null
          ? []
          : [
              `In-Reply-To: <${seed}.${answers}.0@customer.example>`,
              `References: <${seed}.${answers}.0@customer.example>`,
            ]),
        'MIME-Version: 1.0',
        'Content-Type: text/plain; charset=utf-8',
        '',
        words.text(300).replaceAll('\n', '\r\n'),
        '',
      ].join('\r\n'),
    ),
  });
  if (kind === 'plain') return { before: [], measured: Array.from({ length: count }, (_, n) => mail(n, null)) };
  const threads = Math.ceil(count / answersEach);
  return {
    before: Array.from({ length: threads }, (_, n) => mail(n, null)),
    // each thread in its turn: nobody waits for the one before
    measured: Array.from({ length: count }, (_, n) => mail(n, n % threads, 1 + Math.floor(n / threads))),
  };
}

/** Every mail of the corpus with an id of this run, so that none is a twin of an earlier one. */
async function ofCorpus({ count, seed }: { count: number; seed: number }): Promise<Mails> {
  const mails = corpus();
  const pages = await Promise.all(mails.map(async (raw) => (await readMail(raw)).html));
  const measured = Array.from({ length: count }, (_, n) => {
    const at = n % mails.length;
    const own = createHash('sha256').update(`${seed} ${n}`).digest('hex').slice(0, 16);
    const text = (mails[at] ?? Buffer.alloc(0)).toString('latin1');
    const named = text.replace(/^(message-id:\s*<?)/im, `$1${own}.`);
    const raw = Buffer.from(named === text ? `Message-ID: <${own}@corpus.example>\r\n${text}` : named, 'latin1');
    return { raw, html: pages[at] ?? null };
  });
  return { before: [], measured };
}
