import { takeIn } from '#domains/channel-email';
import { receive } from '#domains/conversations';
import { findOrMakeCustomer } from '#domains/customers';
import { newId } from '#platform/database';
import type { Tools } from '#platform/domain';
import { safeHtml } from '#science/mail';
import type { Cast } from './make-workspace.ts';
import { type BenchMail, type MailKind, makeMails } from './mails.ts';
import { seeded } from './random.ts';
import { makeWords } from './words.ts';

/** What is put in, and how. */
export interface IngestAsk {
  readonly what: 'messages' | MailKind;
  readonly cast: Cast;
  readonly count: number;
  readonly atOnce: number;
  /** Another seed, other mails: no run repeats an earlier one's. */
  readonly seed: number;
}

/** A third of what comes in answers something. */
const answerShare = 0.33;

/** What a run took, and what it burnt here: making the mails is not counted. */
export interface Ingested {
  readonly took: readonly number[];
  readonly cpuMs: number;
}

/** A run that is ready: what it needs was made and taken in before. */
export type Ready = () => Promise<Ingested>;

/** Prepares a run through the doors that channels use: messages, or whole mails. */
export async function prepareIngest(tools: Tools, asked: IngestAsk): Promise<Ready> {
  const one = asked.what === 'messages' ? messageTaker(tools, asked) : await mailTaker(tools, asked, asked.what);
  return async () => {
    const took: number[] = [];
    let begun = 0;
    const work = async (): Promise<void> => {
      for (let n = begun++; n < asked.count; n = begun++) {
        const start = performance.now();
        await one(n);
        took.push(performance.now() - start);
      }
    };
    const before = process.cpuUsage();
    await Promise.all(Array.from({ length: asked.atOnce }, work));
    const { user, system } = process.cpuUsage(before);
    return { took, cpuMs: (user + system) / 1000 };
  };
}

function messageTaker(tools: Tools, { cast, seed }: IngestAsk): (n: number) => Promise<void> {
  const random = seeded(seed);
  const words = makeWords(random);
  const [brand] = cast.brands;
  if (!brand) throw new Error('A bench without a brand.');
  const open: { id: string; customerId: string; identityId: string; address: string }[] = [];
  return async (n) => {
    const before = open.length > 0 && random.chance(answerShare) ? random.pick(open) : null;
    const made = await tools.transact({ workspaceId: cast.workspaceId, via: 'channel' }, async (ctx) => {
      const address = before?.address ?? `new-${seed}-${n}@customer.example`;
      const customer =
        before ??
        (await findOrMakeCustomer(ctx, {
          brandId: brand.id,
          kind: 'address',
          value: address,
          name: words.name(),
          at: ctx.now,
        }));
      const { conversationId } = await receive(ctx, {
        entryId: newId(),
        conversationId: before?.id ?? null,
        lineId: brand.lineId,
        channel: 'email',
        brandId: brand.id,
        customerId: customer.customerId,
        identityId: customer.identityId,
        customerName: address,
        occurredAt: ctx.now,
        subject: words.subject(),
        text: words.text(300),
        fromName: '',
        fromAddress: address,
        recipients: [{ kind: 'to', address: brand.lineAddress, name: '' }],
        files: [],
        evidence: { rule: 'bench', score: 0, idsSeen: [] },
        automatic: false,
        queueId: random.pick(brand.queues).id,
      });
      return { id: conversationId, customerId: customer.customerId, identityId: customer.identityId, address };
    });
    // only what is committed can be answered
    if (!before) open.push(made);
  };
}

async function mailTaker(tools: Tools, asked: IngestAsk, kind: MailKind): Promise<(n: number) => Promise<void>> {
  const { cast, seed } = asked;
  const [brand] = cast.brands;
  if (!brand) throw new Error('A bench without a brand.');
  const { before, measured } = await makeMails(kind, cast, asked);
  const take = async ({ raw, html }: BenchMail, key: string): Promise<void> => {
    const { fate } = await takeIn(tools, {
      workspaceId: cast.workspaceId,
      lineId: brand.lineId,
      door: { door: 'imap', key: `bench:${seed}:${key}` },
      arrivedAt: new Date(),
      raw,
      dns: nobodyIsKnown,
    });
    if (kind !== 'corpus' && fate !== (key.startsWith('before') || kind === 'plain' ? 'opened' : 'threaded'))
      throw new Error(`A mail of the bench was ${fate}.`);
    // as for the first reader
    if (html !== null) safeHtml(html, { cidUrl: () => null, remoteImages: 'blocked' });
  };
  for (const [n, mail] of before.entries()) await take(mail, `before ${n}`);
  return async (n) => {
    const mail = measured[n];
    if (mail) await take(mail, String(n));
  };
}

/** Names are asked for on no network here. */
async function nobodyIsKnown(): Promise<never> {
  throw Object.assign(new Error('There is no such name.'), { code: 'ENOTFOUND' });
}
