import { refuseInSample } from '#domains/identity';
import type { Asker, Tools } from '#platform/domain';
import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { holds, servesBrand } from '#platform/policy';
import { mayNot, notFound } from '#platform/problem';
import { composeReply, mintMessageId } from '#science/mail';
import MailComposer from 'nodemailer/lib/mail-composer';
import { imapClient, type ImapSettings } from './listen-mailbox.ts';
import { type MailLine, mailLineById } from './mail-line.ts';
import { type SignIn, signInOf } from './sign-in.ts';
import { TokenRefused } from './token-call.ts';
import type { MailLineSettings, PastCounts } from './contract.ts';
import { serverFor } from './server-for.ts';
import { ownMark } from './prepare-mail.ts';
import { sendSmtp, trySmtp } from './send-smtp.ts';
import { countPastOf } from './take-past.ts';
import { wordsOfTrouble } from './words-of-trouble.ts';

/** Longest a try may take, in milliseconds. */
const tryLimitMs = 25_000;

/** What a try found. */
export interface Found {
  readonly state: 'good' | 'bad' | 'off';
  readonly says: string;
}

/** What a person typed and has not saved yet. */
export interface Unsaved {
  readonly settings?: MailLineSettings | undefined;
  readonly imapPassword?: string | undefined;
  readonly smtpPassword?: string | undefined;
}

/** Signs in at the mailbox and at the outgoing server of a line, looks, and leaves. Nothing is changed there or here. */
export async function tryLine(
  tools: Tools,
  asker: Asker,
  lineId: string,
  unsaved: Unsaved,
): Promise<{ imap: Found; smtp: Found; past: PastCounts | null }> {
  const line = await configurableLine(tools, asker, lineId);
  await tools.read({ workspaceId: asker.workspaceId }, refuseInSample);
  const tried = unsaved.settings ? { ...line, settings: unsaved.settings } : line;
  const [{ found: imap, past }, smtp] = await Promise.all([
    tryImap(tools, asker, tried, unsaved),
    tryOutgoing(tools, asker, tried, unsaved),
  ]);
  return { imap, smtp, past };
}

/** Sends a short mail from a line, so that somebody sees it arrive. */
export async function sendTest(tools: Tools, asker: Asker, lineId: string, to: string): Promise<Found> {
  const line = await configurableLine(tools, asker, lineId);
  const server = await serverFor(tools, asker.workspaceId, line).catch(asRefused);
  if (server instanceof TokenRefused) return { state: 'bad', says: server.message };
  if (!server) return { state: 'off', says: noServerSet };
  const { name } = line;
  const mail = composeReply({
    messageId: mintMessageId('test', line.id, line.address.split('@')[1] ?? 'localhost', randomBytes(8)),
    from: { name, address: line.address },
    to: [{ name: '', address: to }],
    subject: `A test from ${name}`,
    text: `This mail shows that ${line.address} can send. An answer to it opens a conversation.`,
    loopMark: ownMark(tools, asker.workspaceId),
    autoSubmitted: 'auto-generated',
  });
  const message = Readable.from([await new MailComposer({ ...mail }).compile().build()]);
  const sent = await sendSmtp(
    server,
    { from: line.address, recipients: [to], message },
    AbortSignal.timeout(tryLimitMs),
  );
  const [one] = sent.values();
  if (one?.outcome === 'sent')
    return { state: 'good', says: `${server.host} took the mail. It should arrive within a minute.` };
  return { state: 'bad', says: one && 'failure' in one ? one.failure : 'Nothing is known of this mail.' };
}

const noServerSet =
  'No outgoing mail server is set: neither here nor for the whole installation (SMTP_HOST and SMTP_FROM).';

/** A provider that gives no token says why; anything else is not for here. */
function asRefused(error: unknown): TokenRefused {
  if (error instanceof TokenRefused) return error;
  throw error;
}

/** A line that somebody may set up; for others it does not exist, or is refused by name. */
export async function configurableLine(tools: Tools, asker: Asker, lineId: string): Promise<MailLine> {
  const line = await tools.read({ workspaceId: asker.workspaceId, actor: asker.actor }, (ctx) =>
    mailLineById(ctx, lineId),
  );
  if (!line || !servesBrand(asker.actor, line.brandId)) throw notFound();
  if (!holds(asker.actor, 'lines.configure')) throw mayNot();
  return line;
}

/** What a look into a mailbox found, and what lies in it. */
interface Looked {
  readonly found: Found;
  readonly past: PastCounts | null;
}

function unseen(state: 'bad' | 'off', says: string): Looked {
  return { found: { state, says }, past: null };
}

async function tryImap(tools: Tools, asker: Asker, line: MailLine, unsaved: Unsaved): Promise<Looked> {
  const { imap } = line.settings;
  if (!imap)
    return unseen(
      'off',
      line.settings.door
        ? 'No mailbox is set; mail comes through our own door.'
        : 'No mailbox is set, so no mail comes in.',
    );
  const typed = imap.signIn === 'oauth' ? undefined : unsaved.imapPassword;
  try {
    const of = { workspaceId: asker.workspaceId, lineId: line.id };
    const kept = typed ? { user: imap.user, password: typed } : await signInOf(tools, of, line.settings, 'imap');
    if (!kept) return unseen('bad', `There is no password for ${imap.user} yet.`);
    return await lookIntoMailbox(tools, imap, kept);
  } catch (error) {
    if (error instanceof TokenRefused) return unseen('bad', wordsOfTrouble(error, imap));
    throw error;
  }
}

async function lookIntoMailbox({ config, now }: Tools, imap: ImapSettings, signIn: SignIn): Promise<Looked> {
  const client = await imapClient(config, imap, signIn).catch((error: Error) => error);
  if (client instanceof Error) return unseen('bad', wordsOfTrouble(client, imap));
  const timer = setTimeout(() => client.close(), tryLimitMs);
  try {
    await client.connect();
    const box = await client.mailboxOpen(imap.folder, { readOnly: true });
    const told = client.capabilities.has('IDLE')
      ? 'It tells us at once when mail comes.'
      : 'It does not tell us of new mail: we look once a minute.';
    const says = `Signed in as ${imap.user}; ${imap.folder} holds ${box.exists} mails. ${told}`;
    return { found: { state: 'good', says }, past: await countPastOf(client, now()) };
  } catch (error) {
    return unseen('bad', wordsOfTrouble(error, imap));
  } finally {
    clearTimeout(timer);
    client.close();
  }
}

async function tryOutgoing(tools: Tools, asker: Asker, line: MailLine, unsaved: Unsaved): Promise<Found> {
  const saved = await serverFor(tools, asker.workspaceId, line).catch(asRefused);
  if (saved instanceof TokenRefused) return { state: 'bad', says: saved.message };
  if (!saved) return { state: 'off', says: noServerSet };
  const server =
    line.settings.smtp && unsaved.smtpPassword !== undefined ? { ...saved, password: unsaved.smtpPassword } : saved;
  try {
    await trySmtp(server, AbortSignal.timeout(tryLimitMs));
    return {
      state: 'good',
      says: `${server.host}:${server.port} ${server.user ? `let us in as ${server.user}` : 'takes our mail without a password'}.`,
    };
  } catch (error) {
    return {
      state: 'bad',
      says: wordsOfTrouble(error, { host: server.host, port: server.port, user: server.user ?? '' }),
    };
  }
}
