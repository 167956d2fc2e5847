import { receive, type Received } from '#domains/conversations';
import type { Ctx } from '#platform/ctx';
import { systemActor } from '#platform/policy';
import { channelKind } from './contract.ts';

/** The line that words came in on. */
interface OnLine {
  readonly brandId: string;
  readonly lineId: string;
  readonly queueId: string | null;
}

/** What somebody said in a chat, and what it belongs to. */
interface Words {
  readonly id: string;
  readonly text: string;
  readonly conversationId: string | null;
  readonly customer: {
    readonly customerId: string;
    readonly identityId: string;
    readonly name: string;
    /** By what an answer finds them on this line. */
    readonly address: string;
  };
  /** Why it joined that matter, for "Why is this message here?". */
  readonly rule: string;
}

/** Longest subject made of the first words of a chat, in letters. */
const subjectLetters = 80;

/** Brings a customer's words into their matter, or opens one. */
export async function receiveWords(ctx: Ctx, line: OnLine, words: Words): Promise<Received> {
  const { customer } = words;
  return receive(
    { ...ctx, actor: systemActor },
    {
      entryId: words.id,
      conversationId: words.conversationId,
      lineId: line.lineId,
      channel: channelKind,
      brandId: line.brandId,
      customerId: customer.customerId,
      identityId: customer.identityId,
      customerName: customer.name,
      occurredAt: ctx.now,
      subject: firstWords(words.text),
      text: words.text,
      fromName: customer.name,
      fromAddress: customer.address,
      recipients: [],
      files: [],
      evidence: { rule: words.rule, score: 100, idsSeen: [customer.address] },
      automatic: false,
      ...(line.queueId ? { queueId: line.queueId } : {}),
    },
  );
}

/** A greeting says nothing of what it is about: sentences are taken until there are so many letters. */
const leastLetters = 16;

/** A chat has no subject: its first sentences are what it is called. */
function firstWords(text: string): string {
  let words = '';
  for (const sentence of text.split(/(?<=[.?!])\s+|\n+/u)) {
    words = `${words} ${sentence}`.trim();
    if (words.length >= leastLetters) break;
  }
  return words.length <= subjectLetters ? words : `${words.slice(0, subjectLetters - 1).trimEnd()}…`;
}
