import MailComposer from 'nodemailer/lib/mail-composer';
import { Readable } from 'node:stream';
import type { Tools } from '#platform/domain';
import { composeReply, htmlToText, plusAddress, replySubject, safeHtml, textToHtml } from '#science/mail';
import type { ClaimedMail } from './deliver.ts';
import { ownMark, plusSecret } from './prepare-mail.ts';

/** Longest list of addresses one of our mails shows. */
const shownLimit = 100;

/** The mail of a claimed reply as a stream: its files are read while it is sent. */
export async function composeMail(tools: Tools, workspaceId: string, claimed: ClaimedMail): Promise<Readable> {
  const { message, line, shownRecipients } = claimed;
  const { signature, fromName } = line.settings;
  const replyTo = plusAddress(line.address, message.number, plusSecret(tools));
  const people = (kind: 'to' | 'cc') =>
    shownRecipients
      .filter((one) => one.kind === kind)
      .slice(0, shownLimit)
      .map(({ address, name }) => ({ address, name }));
  const html = message.html ?? textToHtml(message.text);
  const mail = composeReply({
    messageId: claimed.messageId,
    from: { name: fromName || line.name, address: line.address },
    ...(replyTo ? { replyTo: { name: fromName || line.name, address: replyTo } } : {}),
    to: people('to'),
    cc: people('cc'),
    subject: message.answers ? replySubject(message.subject) : message.subject,
    text: message.text || htmlToText(html),
    html: cleaned(html),
    ...(signature.trim() ? { signature: { text: signature.trim(), html: textToHtml(signature.trim()) } } : {}),
    ...(message.answers && claimed.mayQuote ? { original: originalOf(message.answers) } : {}),
    inReplyTo: claimed.inReplyTo,
    references: claimed.references,
    loopMark: ownMark(tools, workspaceId),
    ...(message.author.kind === 'teammate' ? {} : { autoSubmitted: 'auto-replied' }),
  });
  const files = message.files.map((file) => ({
    filename: file.name,
    contentType: file.mediaType,
    content: lazily(() => tools.files.open(workspaceId, file.sha256)),
    ...(file.contentId ? { cid: file.contentId } : {}),
    contentDisposition: file.inline ? 'inline' : 'attachment',
  }));
  return new MailComposer({ ...mail, attachments: files }).compile().createReadStream();
}

/** Links and pictures stay; what could run does not leave us either. */
function cleaned(html: string): string {
  return safeHtml(html, { cidUrl: (contentId) => `cid:${contentId}`, remoteImages: 'shown' }).html;
}

function originalOf(answers: NonNullable<ClaimedMail['message']['answers']>) {
  return {
    from: answers.fromName,
    sentOn: answers.occurredAt.toUTCString().replace(/:\d\d GMT$/, ' UTC'),
    text: answers.text,
    // its own pictures are not sent back with it
    ...(answers.html ? { html: safeHtml(answers.html, { cidUrl: () => null, remoteImages: 'shown' }).html } : {}),
  };
}

/** Opens a file when the mail comes to it, so that twenty attachments are not twenty open files. */
function lazily(open: () => Promise<Readable>): Readable {
  return Readable.from(
    (async function* read() {
      for await (const chunk of await open()) yield chunk as Buffer;
    })(),
  );
}
