import { Readable } from 'node:stream';
import MailComposer from 'nodemailer/lib/mail-composer';
import { newId } from '#platform/database';
import type { Asker, Tools } from '#platform/domain';
import { composeReply, mintMessageId } from '#science/mail';
import { randomBytes } from 'node:crypto';
import type { MailTest } from './contract.ts';
import { serverFor } from './server-for.ts';
import type { MailLine } from './mail-line.ts';
import { beginTest, noteSent, testHeader } from './mail-tests.ts';
import { ownMark } from './prepare-mail.ts';
import { sendSmtp, type SmtpServer } from './send-smtp.ts';
import { TokenRefused } from './token-call.ts';
import { configurableLine } from './try-line.ts';

/** Longest the outgoing server may take, in milliseconds. */
const sendLimitMs = 25_000;
const noServer =
  'No outgoing mail server is set: neither here nor for the whole installation (SMTP_HOST and SMTP_FROM). Give the line one under “Sending”.';

/**
 * A line writes to its own address: what it takes to send, to arrive and to be fetched is seen in one go. The row of the
 * test stands before the mail leaves; its coming in is noted by whoever takes it in.
 */
export async function runTest(tools: Tools, asker: Asker, lineId: string): Promise<MailTest> {
  const line = await configurableLine(tools, asker, lineId);
  const who = { workspaceId: asker.workspaceId, actor: asker.actor, origin: asker.origin, via: 'api' } as const;
  const id = newId();
  await tools.transact(who, (ctx) => beginTest(ctx, id, line.id));
  const outcome = await send(tools, asker, line, id);
  return tools.transact(who, (ctx) => noteSent(ctx, id, outcome));
}

type Outcome = { readonly acceptedBy: string; readonly at: Date } | { readonly failure: string };

async function send(tools: Tools, asker: Asker, line: MailLine, testId: string): Promise<Outcome> {
  let server: SmtpServer | null;
  try {
    server = await serverFor(tools, asker.workspaceId, line);
  } catch (error) {
    if (error instanceof TokenRefused) return { failure: error.message };
    throw error;
  }
  if (!server) return { failure: noServer };
  const sent = await sendSmtp(
    server,
    { from: line.address, recipients: [line.address], message: await testMail(tools, asker.workspaceId, line, testId) },
    AbortSignal.timeout(sendLimitMs),
  );
  const [one] = sent.values();
  if (one?.outcome === 'sent') return { acceptedBy: server.host, at: tools.now() };
  return { failure: one && 'failure' in one ? one.failure : `${server.host} said nothing about this mail.` };
}

async function testMail(tools: Tools, workspaceId: string, line: MailLine, testId: string): Promise<Readable> {
  const { name } = line;
  const mail = composeReply({
    messageId: mintMessageId('test', line.id, line.address.split('@')[1] ?? 'localhost', randomBytes(8)),
    from: { name, address: line.address },
    to: [{ name, address: line.address }],
    subject: `A test of ${line.address}`,
    text: 'This mail was sent by Rapport to itself. It stands in the mail ledger and opens no conversation.',
    loopMark: ownMark(tools, workspaceId),
    autoSubmitted: 'auto-generated',
  });
  const headers = { ...(mail as { headers?: Record<string, string> }).headers, [testHeader]: testId };
  return Readable.from([await new MailComposer({ ...mail, headers }).compile().build()]);
}
