import PostalMime, { type Email, type PostalMimeOptions } from 'postal-mime';
import { decodeText, needsDecoding } from './charset.ts';
import { decodeWords } from './encoded-words.ts';
import { boundIds, parseAddresses, readAddresses, readIds, splitMail } from './headers.ts';
import {
  MAX_ATTACHMENTS,
  MAX_HEADER_BYTES,
  MAX_PART_DEPTH,
  MAX_REFERENCES,
  MAX_SUBJECT_CHARACTERS,
  headerOf,
  type Mail,
  type MailAddress,
  type MailAttachment,
  type MailHeader,
  type MailTrouble,
} from './mail.ts';
import { unflow } from './flowed.ts';
import { uudecode } from './uudecode.ts';

/** Headers that name the box a mail really reached; hosts differ, so all are read. */
const ARRIVAL_HEADERS = [
  'delivered-to',
  'x-original-to',
  'envelope-to',
  'x-envelope-to',
  'x-rcpt-to',
  'x-forwarded-to',
  'apparently-to',
];

/**
 * A raw mail, read. Never throws and never loses text: where the MIME structure cannot be followed, the body is
 * given as the readable text it is, and the trouble is named.
 */
export async function readMail(raw: Uint8Array): Promise<Mail> {
  const bytes = withLineFeeds(raw);
  const split = splitMail(bytes);
  const troubles: MailTrouble[] = [...split.troubles];
  const bodies = await readBodies(bytes, split, troubles);
  const { headers } = split;
  const mail: Mail = {
    ...readPeople(headers),
    returnPath: readReturnPath(headers),
    subject: readSubject(headers),
    date: readDate(headerOf({ headers }, 'date')),
    ...readThread(headers, troubles),
    ...bodies,
    headers,
    troubles,
  };
  if (mail.from === null) troubles.push('no-sender');
  return mail;
}

/** Some very old exports end lines by CR alone; nothing else may touch the bytes. */
function withLineFeeds(raw: Uint8Array): Uint8Array {
  if (raw.includes(0x0a) || !raw.includes(0x0d)) return raw;
  return raw.map((byte) => (byte === 0x0d ? 0x0a : byte));
}

function readPeople(
  headers: MailHeader[],
): Pick<Mail, 'from' | 'sender' | 'replyTo' | 'to' | 'cc' | 'bcc' | 'recipients'> {
  const replyTo = readAddresses(headers, 'reply-to');
  const sender = firstUsable(readAddresses(headers, 'sender'));
  const [to, cc, bcc] = ['to', 'cc', 'bcc'].map((name) => readAddresses(headers, name)) as [
    MailAddress[],
    MailAddress[],
    MailAddress[],
  ];
  const arrivals = ARRIVAL_HEADERS.flatMap((name) => readAddresses(headers, name));
  const recipients = [...arrivals, ...to, ...cc, ...bcc]
    .map((one) => one.address.toLowerCase())
    .filter((one) => one !== '');
  const from = readFrom(readAddresses(headers, 'from'), [sender, ...replyTo, ...returnPathOf(headers)]);
  return { from, sender, replyTo, to, cc, bcc, recipients: [...new Set(recipients)] };
}

/** The sender: From, else (when From holds no address) whoever the mail says to answer to, under From's name. */
function readFrom(named: MailAddress[], others: Array<MailAddress | null>): MailAddress | null {
  const usable = named.find((one) => one.address.includes('@'));
  if (usable) return usable;
  const other = others.find((one) => one?.address.includes('@'));
  const name = named.find((one) => one.name !== '')?.name ?? '';
  if (other) return { name: name || other.name, address: other.address };
  return named.find((one) => one.address !== '') ?? (name === '' ? null : { name: '', address: name });
}

function firstUsable(list: MailAddress[]): MailAddress | null {
  return list.find((one) => one.address.includes('@')) ?? null;
}

function returnPathOf(headers: MailHeader[]): MailAddress[] {
  return parseAddresses(headerOf({ headers }, 'return-path') ?? '');
}

function readReturnPath(headers: MailHeader[]): string | null {
  const value = headerOf({ headers }, 'return-path');
  if (value === null) return null;
  return returnPathOf(headers).find((one) => one.address !== '')?.address ?? '';
}

function readSubject(headers: MailHeader[]): string {
  const value = headerOf({ headers }, 'subject') ?? '';
  return decodeWords(value).replace(/\s+/g, ' ').trim().slice(0, MAX_SUBJECT_CHARACTERS);
}

/** Clients write zones, comments and doubled weekdays that Date does not know; without them it does. */
export function readDate(value: string | null): Date | null {
  if (value === null) return null;
  const bare = value
    .slice(0, 200)
    .replace(/\([^)]*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const tries = [
    bare,
    bare.replace(/^[^\d]*/, ''),
    bare.replace(/\s+[A-Za-z]{1,5}$/, ''),
    bare.replace(/\.(\d\d)\.(\d\d)(?=\s|$)/, ':$1:$2'),
  ];
  for (const text of tries) {
    const date = new Date(text);
    if (!Number.isNaN(date.getTime())) return date;
  }
  return null;
}

function readThread(
  headers: MailHeader[],
  troubles: MailTrouble[],
): Pick<Mail, 'messageId' | 'inReplyTo' | 'references'> {
  const all = (name: string) => [
    ...new Set(headers.filter((one) => one.name === name).flatMap((one) => readIds(one.value))),
  ];
  const references = all('references');
  if (references.length > MAX_REFERENCES) troubles.push('too-many-references');
  return {
    messageId: all('message-id')[0] ?? null,
    inReplyTo: boundIds(all('in-reply-to')),
    references: boundIds(references),
  };
}

type Bodies = Pick<Mail, 'text' | 'html' | 'attachments'>;

async function readBodies(
  raw: Uint8Array,
  split: { start: number; bodyStart: number },
  troubles: MailTrouble[],
): Promise<Bodies> {
  const rawText = () => decodeText(raw.subarray(split.bodyStart)).trim();
  let email: Email;
  if (isDust(raw)) {
    troubles.push('mime-unreadable');
    return { text: rawText() || null, html: null, attachments: [] };
  }
  try {
    email = await parse(raw.subarray(split.start));
  } catch {
    // The library refuses what goes beyond its bounds; what the customer wrote is in there all the same.
    troubles.push('mime-unreadable');
    return { text: rawText() || null, html: null, attachments: [] };
  }
  const attachments = email.attachments.slice(0, MAX_ATTACHMENTS).map((part) => readAttachment(part, email.html ?? ''));
  if (email.attachments.length > MAX_ATTACHMENTS) troubles.push('too-many-attachments');
  const text = email.text?.trim() ? email.text : null;
  const html = email.html?.trim() ? email.html : null;
  if (text === null && html === null && attachments.every((part) => part.bytes.length === 0) && rawText() !== '') {
    // A multipart whose boundary never comes, or a body before any blank line: parsed to nothing, but not empty.
    troubles.push('body-as-raw-text');
    return { text: rawText(), html: null, attachments };
  }
  return { text, html, attachments };
}

/** Each line costs the MIME reader some 7 µs, however short: so many of almost nothing would hold a worker for a minute. */
const MAX_SHORT_LINES = 100_000;
const SHORT_LINE_BYTES = 16;

function isDust(raw: Uint8Array): boolean {
  if (raw.length < MAX_SHORT_LINES) return false;
  let lines = 0;
  for (let at = raw.indexOf(0x0a); at >= 0; at = raw.indexOf(0x0a, at + 1)) lines += 1;
  return lines > MAX_SHORT_LINES && raw.length / lines < SHORT_LINE_BYTES;
}

/** The parts of postal-mime's inner life that we lean on to read each body's bytes under our own charset rules. */
type Node = { content: ArrayBuffer | null; contentType: { parsed: { params: Record<string, string> } } };
type Inner = { isInlineTextNode?: (node: Node) => boolean };

async function parse(raw: Uint8Array): Promise<Email> {
  const options: PostalMimeOptions = {
    forceRfc822Attachments: true,
    maxNestingDepth: MAX_PART_DEPTH,
    maxHeadersSize: MAX_HEADER_BYTES,
  };
  const parser = new PostalMime(options);
  // Asked once for each leaf just before its text is decoded: the one moment where bytes and label can be mended.
  // Should a later version drop the method, bodies are read by the library's rules alone (a test notices).
  const inner = parser as unknown as Inner;
  const ask = inner.isInlineTextNode?.bind(parser);
  if (ask) {
    inner.isInlineTextNode = (node) => {
      const isText = ask(node);
      if (isText) mendCharset(node);
      return isText;
    };
  }
  return parser.parse(raw);
}

function mendCharset(node: Node): void {
  if (!node.content) return;
  const bytes = new Uint8Array(node.content);
  const { params } = node.contentType.parsed;
  const isFlowed = /^flowed$/i.test(params.format ?? '');
  if (!isFlowed && !needsDecoding(bytes, params.charset)) return;
  const text = decodeText(bytes, params.charset);
  // The library joins flowed lines across quote depths; ours does not.
  const encoded = new TextEncoder().encode(isFlowed ? unflow(text, /^yes$/i.test(params.delsp ?? '')) : text);
  delete params.format;
  node.content = encoded.buffer;
  params.charset = 'utf-8';
}

function readAttachment(part: Email['attachments'][number], html: string): MailAttachment {
  const content =
    typeof part.content === 'string' ? new TextEncoder().encode(part.content) : new Uint8Array(part.content);
  const packed = /^(application\/octet-stream|text\/|application\/x-uu)/.test(part.mimeType) ? uudecode(content) : null;
  const contentId = part.contentId?.replace(/^<|>$/g, '').trim() || null;
  const bytes = packed?.bytes ?? content;
  const name = cleanFileName(part.filename ?? packed?.name ?? null) ?? nameByContent(part.mimeType, bytes);
  return {
    name,
    type: part.mimeType || 'application/octet-stream',
    disposition: readDisposition(part.disposition),
    contentId,
    isInline: contentId !== null && html.includes(`cid:${contentId}`),
    bytes,
  };
}

/** A carried mail is called by its subject, a picture a picture; what else came without a name has none. */
function nameByContent(type: string, bytes: Uint8Array): string | null {
  if (type === 'message/rfc822') {
    const subject = readSubject(splitMail(bytes).headers)
      .replace(/[/\\]+/g, ' ')
      .slice(0, 120);
    return subject.trim() === '' ? null : cleanFileName(`${subject.trim()}.eml`);
  }
  const picture = /^image\/(jpe?g|png|gif|webp|bmp|tiff|svg)/.exec(type)?.[1];
  return picture === undefined ? null : `image.${picture === 'jpeg' ? 'jpg' : picture}`;
}

function readDisposition(value: string | null): MailAttachment['disposition'] {
  if (value === 'inline') return 'inline';
  return value === 'attachment' ? 'attachment' : null;
}

/** A name is for showing and saving: no path, no control characters. */
function cleanFileName(name: string | null): string | null {
  if (name === null) return null;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must go
  const clean = decodeWords(name)
    .replace(/[\u0000-\u001f\u007f]/g, '')
    .replace(/^.*[/\\]/, '')
    .trim();
  return clean === '' ? null : clean.slice(0, 255);
}
