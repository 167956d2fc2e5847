import MailComposer from 'nodemailer/lib/mail-composer';
import { Readable } from 'node:stream';
import type { Tools } from '#platform/domain';
import {
  composeReply,
  forwardSubject,
  htmlToText,
  plusAddress,
  replySubject,
  safeHtml,
  textToHtml,
} from '#science/mail';
import type { ClaimedMail } from './deliver.ts';
import { withTemplate } from './fill-in.ts';
import { fromNameOf } from './letter-facts.ts';
import { ownMark, plusSecret } from './prepare-mail.ts';

/** Longest list of addresses one of our mails shows. */
const shownLimit = 100;

/** The mail of a claimed reply as a stream: its files are read while it is sent. */
export async function composeMail(tools: Tools, workspaceId: string, claimed: ClaimedMail): Promise<Readable> {
  const { message, line, shownRecipients, signature, facts } = claimed;
  const fromName = fromNameOf(line, facts);
  const replyTo = plusAddress(line.address, message.number, plusSecret(tools));
  const people = (kind: 'to' | 'cc') =>
    shownRecipients
      .filter((one) => one.kind === kind)
      .slice(0, shownLimit)
      .map(({ address, name }) => ({ address, name }));
  const own = message.html ?? textToHtml(message.text);
  const html = withTemplate(line.settings.replyTemplate, facts, own, textToHtml);
  const below = belowOf(claimed, (english) => tools.house.say(claimed.language, english));
  const mail = composeReply({
    messageId: claimed.messageId,
    from: { name: fromName, address: line.address },
    ...(replyTo ? { replyTo: { name: fromName, address: replyTo } } : {}),
    to: people('to'),
    cc: people('cc'),
    subject: subjectOf(message),
    text: withTemplate(line.settings.replyTemplate, facts, message.text || htmlToText(own), (text) => text),
    html: cleaned(html),
    ...(signature ? { signature: { text: signature, html: textToHtml(signature) } } : {}),
    ...below.parts,
    inReplyTo: claimed.inReplyTo,
    references: claimed.references,
    loopMark: ownMark(tools, workspaceId),
    ...(message.author.kind === 'teammate' ? {} : { autoSubmitted: 'auto-replied' }),
  });
  const files = [...message.files, ...below.pictures].map((file) => ({
    filename: file.name,
    contentType: file.mediaType,
    content: lazily(() => tools.files.open(workspaceId, file.sha256)),
    ...(file.contentId ? { cid: file.contentId } : {}),
    contentDisposition: file.inline ? 'inline' : 'attachment',
  }));
  return new MailComposer({ ...mail, attachments: files }).compile().createReadStream();
}

/** As its writer named it, or as the thread is called. */
function subjectOf(message: ClaimedMail['message']): string {
  if (message.forwards) return message.hasOwnSubject ? message.subject : forwardSubject(message.subject);
  return message.answers && !message.hasOwnSubject ? replySubject(message.subject) : message.subject;
}

/** Links and pictures stay; what could run does not leave us either. */
function cleaned(html: string): string {
  return safeHtml(html, { cidUrl: (contentId) => `cid:${contentId}`, remoteImages: 'shown' }).html;
}

/** What stands above the words that are answered, as their writer reads it. */
export const quoteHead = 'On {date}, {from} wrote:';

/** When a mail of before was sent; a made-up language has dates as English has. */
export function sentOn(at: Date, language: string): string {
  if (language.startsWith('en')) return at.toUTCString().replace(/:\d\d GMT$/, ' UTC');
  const day = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const;
  const time = { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' } as const;
  return `${new Intl.DateTimeFormat(language, { ...day, ...time }).format(at)} UTC`;
}

/** What stands below the words: the mail answered or passed on, with the pictures it shows under names of their own. */
function belowOf({ message, mayQuote, language }: ClaimedMail, say: (english: string) => string) {
  const earlier = message.forwards ?? (mayQuote ? message.answers : null);
  if (!earlier) return { parts: {}, pictures: [] };
  const pictures = earlier.pictures.map((file, at) => ({
    ...file,
    inline: true,
    contentId: `e${at}.${earlier.entryId}@rapport`,
  }));
  const newIds = new Map(earlier.pictures.map((file, at) => [bareId(file.contentId), pictures[at]?.contentId ?? '']));
  const cidUrl = (contentId: string): string | null => {
    const known = newIds.get(bareId(contentId));
    return known ? `cid:${known}` : null;
  };
  const said = {
    from: earlier.fromName || earlier.fromAddress,
    sentOn: sentOn(earlier.occurredAt, 'en'),
    text: earlier.text,
    ...(earlier.html ? { html: safeHtml(earlier.html, { cidUrl, remoteImages: 'shown' }).html } : {}),
  };
  if (!message.forwards) {
    const original = { ...said, sentOn: sentOn(earlier.occurredAt, language) };
    return { parts: { original, attribution: say(quoteHead) }, pictures };
  }
  const named = (kind: string): string =>
    earlier.recipients
      .filter((one) => one.kind === kind)
      .map(({ name, address }) => (name ? `${name} <${address}>` : address))
      .join(', ');
  const from = earlier.fromName ? `${earlier.fromName} <${earlier.fromAddress}>` : earlier.fromAddress;
  const forward = { ...said, from, subject: earlier.subject || message.subject, to: named('to'), cc: named('cc') };
  return { parts: { forward }, pictures };
}

function bareId(contentId: string | null): string {
  return contentId?.replace(/^<|>$/g, '') ?? '';
}

/** Opens a file when the mail comes to it, so that twenty attachments are not twenty open files. */
function lazily(open: () => Promise<Readable>): Readable {
  return Readable.from(
    (async function* read() {
      for await (const chunk of await open()) yield chunk as Buffer;
    })(),
  );
}
