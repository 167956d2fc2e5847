import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import type { SendLetter } from '#platform/domain';
import { mintMessageId } from '#science/mail';
import MailComposer from 'nodemailer/lib/mail-composer';
import { serverFor } from './server-for.ts';
import { openMailLines } from './mail-line.ts';
import { ownMark } from './prepare-mail.ts';
import { sendSmtp } from './send-smtp.ts';

/** Sends a mail of our own from the first line (of its brand, where it has one) that has a way out; marked, so that it never comes in as a customer's. */
export const sendLetter: SendLetter = async (tools, workspaceId, letter, signal) => {
  const lines = await tools.read({ workspaceId }, openMailLines);
  for (const line of lines) {
    if (letter.from && line.brandId !== letter.from.id) continue;
    const server = await serverFor(tools, workspaceId, line);
    if (!server) continue;
    const mark = ownMark(tools, workspaceId);
    const message = await new MailComposer({
      messageId: mintMessageId('notice', line.id, line.address.split('@')[1] ?? 'localhost', randomBytes(8)),
      from: { name: letter.from?.name ?? 'Rapport', address: line.address },
      to: letter.to,
      subject: letter.subject,
      text: letter.text,
      headers: {
        [mark.header]: mark.value,
        'Auto-Submitted': 'auto-generated',
        'X-Auto-Response-Suppress': 'All',
        ...stopHeaders(letter.stopUrl),
      },
    })
      .compile()
      .build();
    const mail = { from: line.address, recipients: [letter.to.address], message: Readable.from([message]) };
    const [one] = (await sendSmtp(server, mail, signal)).values();
    if (one?.outcome === 'sent') return { outcome: 'sent', says: one.answer };
    const says = one && 'failure' in one ? one.failure : 'Nothing is known of this mail.';
    return { outcome: one?.outcome === 'not-confirmed' ? 'not-confirmed' : 'failed', says };
  }
  return { outcome: 'failed', says: 'No line has an outgoing mail server.' };
};

/** The way to stop such mails (RFC 2369); by one click of a mail program only where it is called by TLS (RFC 8058). */
function stopHeaders(stopUrl: string | null): Record<string, string> {
  if (stopUrl === null) return {};
  return {
    'List-Unsubscribe': `<${stopUrl}>`,
    ...(stopUrl.startsWith('https:') ? { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {}),
  };
}
