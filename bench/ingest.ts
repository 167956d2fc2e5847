import { takeIn } from '#domains/channel-email';
import { receive } from '#domains/conversations';
import { findOrMakeCustomer } from '#domains/customers';
import { newId } from '#platform/database';
import type { Tools } from '#platform/domain';
import type { Cast } from './make-workspace.ts';
import { seeded } from './random.ts';
import { makeWords } from './words.ts';

/** What is put in, and how. */
export interface IngestAsk {
  readonly what: 'messages' | 'mails';
  readonly cast: Cast;
  readonly count: number;
  readonly atOnce: number;
  /** Another seed, other mails: no run repeats an earlier one's. */
  readonly seed: number;
}

/** A third of what comes in answers something. */
const answerShare = 0.33;

/** Takes messages or whole mails in through the doors that channels use; gives the milliseconds of each. */
export async function ingest(tools: Tools, asked: IngestAsk): Promise<readonly number[]> {
  const one = asked.what === 'mails' ? mailTaker(tools, asked) : messageTaker(tools, asked);
  const took: number[] = [];
  let begun = 0;
  const work = async (): Promise<void> => {
    for (let n = begun++; n < asked.count; n = begun++) {
      const start = performance.now();
      await one(n);
      took.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: asked.atOnce }, work));
  return took;
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

function mailTaker(tools: Tools, { cast, seed }: IngestAsk): (n: number) => Promise<void> {
  const random = seeded(seed);
  const words = makeWords(random);
  const [brand] = cast.brands;
  if (!brand) throw new Error('A bench without a brand.');
  const sent: { messageId: string; address: string }[] = [];
  return async (n) => {
    const before = sent.length > 0 && random.chance(answerShare) ? random.pick(sent) : null;
    const address = before?.address ?? `mail-${seed}-${n}@customer.example`;
    const messageId = `<${seed}.${n}@customer.example>`;
    const raw = [
      `From: ${words.name()} <${address}>`,
      `To: <${brand.lineAddress}>`,
      `Subject: ${before ? 'Re: ' : ''}${words.subject()}`,
      `Date: ${new Date().toUTCString().replace('GMT', '+0000')}`,
      `Message-ID: ${messageId}`,
      ...(before ? [`In-Reply-To: ${before.messageId}`, `References: ${before.messageId}`] : []),
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset=utf-8',
      '',
      words.text(300).replaceAll('\n', '\r\n'),
      '',
    ].join('\r\n');
    const outcome = await takeIn(tools, {
      workspaceId: cast.workspaceId,
      lineId: brand.lineId,
      door: { door: 'imap', key: `bench:${seed}:${n}` },
      arrivedAt: new Date(),
      raw: Buffer.from(raw),
    });
    if (outcome.fate !== 'opened' && outcome.fate !== 'threaded')
      throw new Error(`A plain mail of the bench was ${outcome.fate}.`);
    sent.push({ messageId, address });
  };
}
