import { isDemo } from '#domains/identity';
import { storyPeople } from '#domains/customers';
import type { Ctx } from '#platform/ctx';
import type { Job, Tools } from '#platform/domain';
import * as z from 'zod';
import type { ClaimedMail } from './deliver.ts';
import { rawMail } from './demo/raw-mail.ts';
import { mailLineById } from './mail-line.ts';
import type { Sent } from './send-smtp.ts';
import { takeIn } from './take-in.ts';

/** How the postbox of the demo answers: it stands in for a mail host, and the delivery says so. */
export const postboxAnswer = { outcome: 'sent', answer: 'demo' } as const satisfies Sent;

/** Names that belong to nobody on the internet (RFC 2606); the people of the story live at `.example`. */
const reserved = /\.(example|test|invalid)$/i;
const ofTheStory = /\.example$/i;
/** How long the story's people take to answer a visitor, in seconds. */
const answerAfterSeconds = 35;

/** What some of them answer to what a visitor writes, one after the other; then they are content. */
const answers: Readonly<Record<string, readonly string[]>> = {
  'maya@lindqvist.example': [
    'That is wonderful, thank you! I collect it tomorrow after work. Do I need to bring the old pole?',
    'Perfect. You saved our trip!',
  ],
  'dieter.brandt@post.example': [
    'Great, please send the large one to the hotel in Hamburg instead. Is that possible?',
    'Thank you, that was quick.',
  ],
  'oskar.nyberg@post.example': ['Thanks, with that number the bank found it at once.'],
  'chiara.conti@posta.example': ['The number on the label is RJ-2207. Shall I wash the jacket before I send it?'],
};

/** Whether a mail of the demo goes to our own postbox: to the story's people always, to reserved names where no host is set. */
export async function isForPostbox(
  tools: Tools,
  { workspaceId, message }: ClaimedMail,
  hasServer: boolean,
): Promise<boolean> {
  const names = hasServer ? ofTheStory : reserved;
  if (!message.recipients.every(({ address }) => names.test(address))) return false;
  return tools.read({ workspaceId }, isDemo);
}

/** Whether the postbox took a copy. */
export function isFromPostbox(sent: Sent): sent is Sent & { outcome: 'sent' } {
  return sent.outcome === 'sent' && sent.answer === postboxAnswer.answer;
}

/** Some of the story's people answer within a minute, so that a visitor sees an answer come home. */
export async function planSimulatedAnswer(ctx: Ctx, { message, line, messageId }: ClaimedMail): Promise<void> {
  const first = message.recipients.find(({ kind }) => kind === 'to');
  const person = storyPeople.find(({ address }) => address === first?.address.toLowerCase());
  if (!person || !answers[person.address]) return;
  const startAfter = new Date(ctx.now.getTime() + answerAfterSeconds * 1000);
  ctx.enqueue(
    simulatedAnswer.name,
    { who: person.key, lineId: line.id, conversationId: message.conversationId, messageId, subject: message.subject },
    { startAfter },
  );
}

const Asked = z.object({
  workspaceId: z.string(),
  who: z.string(),
  lineId: z.uuid(),
  conversationId: z.uuid(),
  messageId: z.string(),
  subject: z.string(),
});

/** The answer itself: a mail through the door like any other, marked as simulated in its words. The same one is never taken in twice. */
export const simulatedAnswer: Job = {
  name: 'channel-email.simulated-answer',
  limitSeconds: 60,
  async run(tools, data) {
    const { workspaceId, who, lineId, conversationId, messageId, subject } = Asked.parse(data);
    const person = storyPeople.find(({ key }) => key === who);
    const line = await tools.read({ workspaceId }, (ctx) => mailLineById(ctx, lineId));
    const text = person && answers[person.address]?.[await answersSoFar(tools, workspaceId, conversationId)];
    if (!person || !line || !text) return;
    const at = tools.now();
    const raw = rawMail({
      from: person,
      to: line.address,
      subject: /^re:/i.test(subject) ? subject : `Re: ${subject}`,
      at,
      inReplyTo: messageId,
      messageId: `<simulated.${messageId.replace(/[<>]/g, '').slice(0, 60)}.${who}>`,
      text: `${text}\n\n(Demo: this answer is simulated, nobody has read your mail.)`,
      headers: ['X-Rapport-Demo: simulated answer'],
    });
    await takeIn(tools, {
      workspaceId,
      lineId,
      door: { door: 'import', key: `${answerKey}${messageId}` },
      arrivedAt: at,
      raw,
    });
  },
};

const answerKey = 'demo answer ';

async function answersSoFar(tools: Tools, workspaceId: string, conversationId: string): Promise<number> {
  const { count } = await tools.read({ workspaceId }, (ctx) =>
    ctx.db
      .selectFrom('mail_ledger')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('workspace_id', '=', workspaceId)
      .where('conversation_id', '=', conversationId)
      .where('door_key', 'like', `${answerKey}%`)
      .executeTakeFirstOrThrow(),
  );
  return Number(count);
}
