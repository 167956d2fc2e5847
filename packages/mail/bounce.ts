import { decodeText } from './charset.ts';
import { readIds, splitMail } from './headers.ts';
import { headerOf, type Mail } from './mail.ts';
import { STATUS_WORDS } from './report-words.ts';

/** How much of a body is read for signs; a report says what it has to say at its top. */
export const MAX_SIGN_CHARACTERS = 64 * 1024;

/** What a delivery report says, as far as it says it. */
export type Bounce = {
  /** RFC 3463 (`5.1.1`), else null. */
  status: string | null;
  action: 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded' | null;
  recipient: string | null;
  /** Our mail's id: the strongest sign of which message this is about. */
  originalMessageId: string | null;
  diagnostic: string | null;
};

const ACTIONS = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'] as const;
/** What hosts say in words where they give no code; RFC 3463 names for it. */
const STATUS = /(?:^|[^\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.]*\d)/;
const SMTP_CODE = /(?:^|[^\d.])([45]\d\d)[ -]/;

/** The report's machine-readable part (RFC 3464) first, then what its words give. */
export function readBounce(mail: Mail): Bounce {
  const status = deliveryStatus(mail);
  const words = bodyWords(mail);
  const fromWords = wordsOfBounce(mail, words);
  return {
    status:
      status?.status ?? (status?.action === 'delivered' || status?.action === 'relayed' ? null : fromWords.status),
    action: status?.action ?? fromWords.action,
    recipient: status?.recipient ?? fromWords.recipient,
    originalMessageId: originalId(mail, words),
    diagnostic: status?.diagnostic ?? null,
  };
}

/** The text a bounce explains itself in, cut to what is worth searching. */
export function bodyWords(mail: Mail): string {
  const body = mail.text ?? mail.html?.replace(/<[^<>]{0,2000}>/g, ' ') ?? '';
  return body.slice(0, MAX_SIGN_CHARACTERS);
}

/** The first failed recipient's block, else the first block that names a recipient. */
function deliveryStatus(mail: Mail): Omit<Bounce, 'originalMessageId'> | null {
  const part = mail.attachments.find(
    (one) => one.type === 'message/delivery-status' || one.type === 'message/global-delivery-status',
  );
  if (!part) return null;
  const blocks = decodeText(part.bytes.subarray(0, MAX_SIGN_CHARACTERS)).split(/\r?\n[ \t]*\r?\n/);
  const read = blocks
    .map((block) => readBlock(block))
    .filter((block) => block.recipient !== null || block.action !== null);
  return (
    read.find((block) => block.action === 'failed') ??
    read[0] ?? { status: null, action: null, recipient: null, diagnostic: null }
  );
}

function readBlock(block: string): Omit<Bounce, 'originalMessageId'> {
  const field = (name: string) =>
    new RegExp(`^${name}:[ \\t]*(.{0,1000}(?:\\r?\\n[ \\t].{0,1000}){0,20})`, 'im')
      .exec(block)?.[1]
      ?.replace(/\s+/g, ' ')
      .trim() ?? null;
  const recipient = field('Final-Recipient') ?? field('Original-Recipient');
  const diagnostic = field('Diagnostic-Code');
  const written = STATUS.exec(` ${field('Status') ?? ''}`)?.[1] ?? null;
  // A general 5.0.0 says less than the code the other host gave.
  const precise = diagnostic === null ? null : (STATUS.exec(` ${diagnostic}`)?.[1] ?? null);
  const action = field('Action')?.toLowerCase() ?? '';
  return {
    status: written !== null && /^[245]\.0\.0$/.test(written) && precise !== null ? precise : (written ?? precise),
    action: ACTIONS.find((one) => action.startsWith(one)) ?? null,
    recipient: cleanAddress(recipient?.replace(/^[^;]{0,40};/, '') ?? null),
    diagnostic,
  };
}

function wordsOfBounce(mail: Mail, words: string): Omit<Bounce, 'originalMessageId'> {
  const json = sesNotice(words);
  const code = SMTP_CODE.exec(words)?.[1] ?? null;
  const worded = STATUS_WORDS.find(([pattern]) => pattern.test(words))?.[1] ?? null;
  const status = STATUS.exec(words)?.[1] ?? worded ?? (code === null ? null : `${code[0]}.0.0`);
  const isDelay = status?.startsWith('4') === true && /delay|still|warning|retr|deferred/i.test(words.slice(0, 2_000));
  const failed = headerOf(mail, 'x-failed-recipients')?.split(',')[0] ?? null;
  return {
    status: json?.status ?? status,
    action: isDelay ? 'delayed' : 'failed',
    recipient: cleanAddress(json?.recipient ?? failed ?? firstAddress(mail, words)),
    diagnostic: null,
  };
}

/** The first address in the report that is not the one it was sent to. */
function firstAddress(mail: Mail, words: string): string | null {
  for (const match of words.matchAll(/[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/g)) {
    if (!mail.recipients.includes(match[0].toLowerCase())) return match[0];
  }
  return null;
}

function cleanAddress(value: string | null): string | null {
  const clean = value?.replace(/[<>"\s]/g, '').toLowerCase() ?? '';
  return clean.includes('@') ? clean : null;
}

/** Amazon SES tells by JSON what others tell by RFC 3464. */
export function sesNotice(
  words: string,
): { isComplaint: boolean; status: string | null; recipient: string | null; messageId: string | null } | null {
  const kind = /"(?:notificationType|eventType)"\s*:\s*"(Bounce|Complaint|Delivery)"/.exec(words)?.[1];
  if (kind === undefined || kind === 'Delivery') return null;
  return {
    isComplaint: kind === 'Complaint',
    status: /"status"\s*:\s*"([245]\.\d{1,3}\.\d{1,3})"/.exec(words)?.[1] ?? null,
    recipient: /"emailAddress"\s*:\s*"([^"\s]{1,320})"/.exec(words)?.[1] ?? null,
    messageId: /"name"\s*:\s*"Message-ID"\s*,\s*"value"\s*:\s*"<?([^"<>\s]{1,998})/i.exec(words)?.[1] ?? null,
  };
}

/** The id in the returned mail: a part of its own, its header in some other part, or pasted below the explanation. */
function originalId(mail: Mail, words: string): string | null {
  for (const part of mail.attachments) {
    if (!/^(message\/(rfc822|global|rfc822-headers|global-headers|partial)|text\/rfc822-headers?)$/.test(part.type))
      continue;
    const id = readIds(headerOf(splitMail(part.bytes), 'message-id') ?? '')[0];
    if (id !== undefined) return id;
  }
  const notice = sesNotice(words)?.messageId ?? undefined;
  const pasted = [words, ...mail.attachments.map((part) => decodeText(part.bytes.subarray(0, MAX_SIGN_CHARACTERS)))];
  for (const text of pasted) {
    const id = pastedId(text) ?? notice;
    if (id !== undefined && id !== mail.messageId) return id;
  }
  return mail.inReplyTo[0] ?? mail.references.at(-1) ?? null;
}

function pastedId(text: string): string | undefined {
  const found = /^[> \t*|]{0,10}message-id\W{0,3}:[ \t]*\r?\n?[ \t]*(<[^<>\s]{1,998}>)/im.exec(text)?.[1];
  return found === undefined ? undefined : readIds(found)[0];
}
