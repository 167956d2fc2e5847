import { randomBytes } from 'node:crypto';
import type { Readable } from 'node:stream';
import { claimMessage, recordDeliveries } from '#domains/conversations';
import type { Ctx } from '#platform/ctx';
import { outward, type Tools } from '#platform/domain';
import { isPassingTrouble } from '#platform/problem';
import { mintMessageId } from '#science/mail';
import { sendAgainAt } from './backoff.ts';
import { composeMail } from './compose-mail.ts';
import { isForPostbox, isFromPostbox, planSimulatedAnswer, postboxAnswer } from './demo-postbox.ts';
import type { Facts } from './fill-in.ts';
import { languageToWrite, letterFacts } from './letter-facts.ts';
import { peopleOfMail } from './ledger.ts';
import { giveTurn, nextWaiting, takeTurn } from './line-turns.ts';
import { paceOf } from './line-pace.ts';
import { chainOf, idOfEntry, numberWord, rememberIds } from './mail-ids.ts';
import { channelKind, type MailLine, mailLineById } from './mail-line.ts';
import { serverFor } from './server-for.ts';
import { signatureFor } from './signatures.ts';
import { passes } from './steps.ts';
import { connectionKey } from './smtp-connections.ts';
import { sendSmtp, type Sent, type SmtpServer } from './send-smtp.ts';
import { distrustToken } from './sign-in.ts';
import { TokenRefused } from './token-call.ts';

/** Longest one sending may take, in seconds: well below the time after which a claim counts as not confirmed. */
const sendLimitSeconds = 90;

type Claimed = NonNullable<Awaited<ReturnType<typeof claimMessage>>>;

/** A reply claimed for sending, with everything that leads its answer home. */
export interface ClaimedMail {
  readonly workspaceId: string;
  readonly claimId: string;
  readonly message: Claimed;
  readonly line: MailLine;
  readonly messageId: string;
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
  /** The customer's mail is quoted only to people who wrote or got it; a reply may go to somebody else. */
  readonly mayQuote: boolean;
  /** Everyone the mail names, also those who have their copy already. */
  readonly shownRecipients: readonly { kind: 'to' | 'cc' | 'bcc'; address: string; name: string }[];
  /** What the line's template and names may say. */
  readonly facts: Facts;
  /** In which language we say what we say ourselves. */
  readonly language: string;
  /** The writer's own for this brand, else theirs for all, else the line's; empty where none is set. */
  readonly signature: string;
}

const noServer =
  'No outgoing mail server is set for this line. Set one in its settings (or SMTP_HOST and SMTP_FROM for the whole installation), then send again.';

/** Sends the replies of one conversation, oldest first: claimed, sent, recorded. */
export const deliver = outward<ClaimedMail, readonly Settled[]>({
  name: 'channel-email.deliver',
  limitSeconds: sendLimitSeconds,
  claim: claimNext,
  call: sendInTurn,
  async record(ctx, work, outcome) {
    await passes('reply.answered');
    const settled = 'known' in outcome ? outcome.known : unknownFor(work);
    await recordDeliveries(
      ctx,
      work.message.entryId,
      settled.map((one) => settledAt(ctx, work, one)),
      work.message.claimedBy,
    );
    await passes('reply.recorded');
    if (settled.some(({ sent }) => isFromPostbox(sent))) await planSimulatedAnswer(ctx, work);
  },
});

/** What became of one delivery. */
interface Settled {
  readonly deliveryId: string;
  readonly sent: Sent;
}

/** After which a conversation that waits for a turn is looked at again, should nobody have come back to it. */
const secondLookMs = 15_000;
/** Most conversations that waited for a turn of their line and are looked at after one's own. */
const waitingLooks = 5;

/** The conversation that was asked for; when nothing is due there, one that waited until its line had a turn free. */
async function claimNext(
  ctx: Ctx,
  data: Readonly<Record<string, unknown>>,
  claimId: string,
): Promise<ClaimedMail | null> {
  let conversationId: string | null = String(data['conversationId']);
  for (let looks = 0; conversationId !== null && looks <= waitingLooks; looks += 1) {
    const mail = await claimInTurn(ctx, conversationId, claimId);
    if (mail) return mail;
    conversationId = nextWaiting(ctx.workspaceId);
  }
  return null;
}

/** A claim that came to nothing keeps no turn of its line. */
async function claimInTurn(ctx: Ctx, conversationId: string, claimId: string): Promise<ClaimedMail | null> {
  let mail: ClaimedMail | null = null;
  try {
    mail = await claimMail(ctx, conversationId, claimId);
    return mail;
  } finally {
    if (!mail) giveTurn(claimId);
  }
}

/** A line hands over a bounded number at once, at its own pace. */
async function holdBack(
  ctx: Ctx,
  conversationId: string,
  claimId: string,
  { entryId, lineId }: { entryId: string; lineId: string },
): Promise<Date | 'busy' | null> {
  if (!takeTurn(ctx.workspaceId, lineId, claimId, conversationId)) {
    // who waits here is forgotten with this process; the job is not
    ctx.enqueue(deliver.name, { conversationId }, { startAfter: new Date(ctx.now.getTime() + secondLookMs) });
    return 'busy';
  }
  const line = await mailLineById(ctx, lineId);
  const leavesAt = await paceOf(ctx, lineId, entryId, line?.settings.sendPerMinute ?? 0);
  if (leavesAt === null) return null;
  giveTurn(claimId);
  ctx.enqueue(deliver.name, { conversationId }, { startAfter: leavesAt });
  return leavesAt;
}

/** Claims the oldest reply due and remembers its message id, before anything leaves: an answer always finds home. */
export async function claimMail(ctx: Ctx, conversationId: string, claimId: string): Promise<ClaimedMail | null> {
  const message = await claimMessage(ctx, {
    conversationId,
    channel: channelKind,
    claimedBy: `${channelKind} ${process.pid} ${claimId}`,
    hold: (reply) => holdBack(ctx, conversationId, claimId, reply),
  });
  if (!message) return null;
  const line = await mailLineById(ctx, message.lineId);
  if (!line) throw new Error(`The line ${message.lineId} of a reply is gone.`);
  // what is passed on begins a thread of its own, for people who were not in this one
  const references = message.forwards ? [] : await chainOf(ctx, message.conversationId);
  // a second try is the same mail: who got it twice all the same sees it once
  const before = await idOfEntry(ctx, message.entryId);
  const messageId =
    before ??
    mintMessageId(message.conversationId, message.entryId, line.address.split('@')[1] ?? 'localhost', randomBytes(8));
  await rememberIds(ctx, { conversationId: message.conversationId, lineId: line.id }, [
    { id: messageId, origin: 'minted', entryId: message.entryId },
    { id: numberWord(message.number), origin: 'number' },
  ]);
  await passes('reply.claimed');
  const answered = message.answers ? await idOfEntry(ctx, message.answers.entryId) : null;
  const earlier = references.filter((id) => id !== messageId);
  const facts = await letterFacts(ctx, line, message.author, {
    customer: message.named.find(({ kind }) => kind === 'to')?.name ?? '',
    number: String(message.number),
  });
  return {
    workspaceId: ctx.workspaceId,
    claimId,
    message,
    line,
    messageId,
    inReplyTo: answered ?? earlier.at(-1) ?? null,
    references: earlier,
    mayQuote: await mayQuote(ctx, message),
    shownRecipients: message.named,
    facts,
    language: await languageToWrite(ctx, message),
    signature: await signatureFor(ctx, line, message, facts),
  };
}

/** As its writer said; else only what everyone who gets it knows already. */
async function mayQuote(ctx: Ctx, message: Claimed): Promise<boolean> {
  if (!message.answers) return false;
  return message.quote ?? isAmong(ctx, message, message.answers.entryId);
}

/** Whether everyone who gets a reply took part in the mail it answers. */
async function isAmong(ctx: Ctx, message: Claimed, answeredEntryId: string): Promise<boolean> {
  const people = await peopleOfMail(ctx, message.conversationId, answeredEntryId);
  return message.named.every((one) => people.has(one.address.toLowerCase()));
}

/** The turn of its line ends with the sending, whatever came of it. */
async function sendInTurn(tools: Tools, work: ClaimedMail, signal: AbortSignal): Promise<readonly Settled[]> {
  try {
    return await sendMail(tools, work, signal);
  } finally {
    giveTurn(work.claimId);
  }
}

/** Composes and hands over. Whatever goes wrong before the last byte left is said, not thrown. */
async function sendMail(tools: Tools, work: ClaimedMail, signal: AbortSignal): Promise<readonly Settled[]> {
  const { message, line } = work;
  const ready = await makeReady(tools, work, signal);
  if ('sent' in ready) return everyone(work, ready.sent);
  const recipients = [...new Set(message.recipients.map((one) => one.address.toLowerCase()))];
  const mail = { from: line.address, recipients, message: ready.mail };
  const sent = await sendSmtp(ready.server, mail, signal, connectionKey(line.id, ready.server));
  await distrustUnheard(tools, work, ready.server, sent);
  return message.recipients.map((one) => ({
    deliveryId: one.deliveryId,
    sent: sent.get(one.address.toLowerCase()) ?? {
      outcome: 'not-confirmed',
      failure: 'The server said nothing about this recipient.',
    },
  }));
}

/** A mail and who carries it; or what became of it before anybody was called. */
type Ready = { readonly server: SmtpServer; readonly mail: Readable } | { readonly sent: Sent };

/** Nothing has left yet: trouble of ours here, however it ends, means "again", never "not confirmed". */
async function makeReady(tools: Tools, work: ClaimedMail, signal: AbortSignal): Promise<Ready> {
  try {
    return await beforeTimeIsUp(signal, prepareReply(tools, work));
  } catch (error) {
    if (error instanceof TokenRefused) return again(error.message.slice(0, 500));
    tools.log.error(
      { lineId: work.line.id, problem: String((error as Error).stack) },
      'A reply could not be made ready to leave',
    );
    if (signal.aborted || isPassingTrouble(error)) return again('Our database or disk did not answer. We try again.');
    return failed('This reply could not be made into a mail. This is our mistake, please report it.');
  }
}

async function prepareReply(tools: Tools, work: ClaimedMail): Promise<Ready> {
  const { line, workspaceId } = work;
  await passes('reply.claim-committed');
  const server = await serverFor(tools, workspaceId, line);
  await passes('reply.server-known');
  if (await isForPostbox(tools, work, server !== null)) return { sent: postboxAnswer };
  if (!server) return failed(noServer);
  if (!line.isOpen) return failed('This line is closed. Reply on another line.');
  const mail = await composeMail(tools, workspaceId, work);
  await passes('reply.composed');
  return { server, mail };
}

function again(failure: string): Ready {
  return { sent: { outcome: 'retry', failure } };
}

function failed(failure: string): Ready {
  return { sent: { outcome: 'failed', failure } };
}

/** What still runs when time is up is of no use to anybody: nothing follows from it. */
async function beforeTimeIsUp<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  signal.throwIfAborted();
  const end = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
  work.catch(() => undefined);
  return Promise.race([work, end]);
}

/** A token that let nothing through may have ended. What became of the mail stands, whether this can be written or not. */
async function distrustUnheard(
  tools: Tools,
  { workspaceId, line }: ClaimedMail,
  server: SmtpServer,
  sent: ReadonlyMap<string, Sent>,
): Promise<void> {
  if (!server.accessToken || [...sent.values()].some(({ outcome }) => outcome !== 'retry')) return;
  await tools
    .transact({ workspaceId, via: 'channel' }, (ctx) => distrustToken(ctx, line.id))
    .catch((error: unknown) => tools.log.warn({ lineId: line.id, problem: String(error) }, 'A token stays trusted'));
}

function settledAt(ctx: Ctx, work: ClaimedMail, { deliveryId, sent }: Settled) {
  if (sent.outcome === 'sent')
    return { deliveryId, outcome: 'sent' as const, providerId: isFromPostbox(sent) ? sent.answer : work.messageId };
  const attempts = work.message.recipients.find((one) => one.deliveryId === deliveryId)?.attempts ?? 1;
  return {
    deliveryId,
    outcome: sent.outcome,
    failure: sent.failure,
    ...(sent.outcome === 'retry'
      ? { retryAt: sendAgainAt(ctx.now, attempts, Math.random()) }
      : { providerId: work.messageId }),
  };
}

function everyone(work: ClaimedMail, sent: Sent): readonly Settled[] {
  return work.message.recipients.map(({ deliveryId }) => ({ deliveryId, sent }));
}

function unknownFor(work: ClaimedMail): readonly Settled[] {
  return everyone(work, { outcome: 'not-confirmed', failure: 'Sending broke off: it may or may not have arrived.' });
}
