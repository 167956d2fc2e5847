import { readBodies } from './bodies.ts';
import { decodeWords } from './encoded-words.ts';
import { boundIds, parseAddresses, readAddresses, readIds, splitMail } from './headers.ts';
import {
  MAX_REFERENCES,
  MAX_SUBJECT_CHARACTERS,
  headerOf,
  type Mail,
  type MailAddress,
  type MailHeader,
  type MailTrouble,
} from './mail.ts';

/** An address of a return path has at most 256 octets (RFC 5321, 4.5.3.1.3); the rest is room for words around it. */
const MAX_RETURN_PATH_CHARACTERS = 1_000;
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
 * given as the readable text it is, and the trouble is named. A `charset` that a person names holds for every text and
 * raw header, whatever their labels say.
 */
export async function readMail(raw: Uint8Array, as: { readonly charset?: string } = {}): Promise<Mail> {
  const bytes = withLineFeeds(raw);
  const split = splitMail(bytes, as.charset);
  const troubles: MailTrouble[] = [...split.troubles];
  const bodies = await readBodies(bytes, split, troubles, as.charset);
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

/** Some very old exports end lines by CR alone, some gateways by two and a line feed; nothing else may touch the bytes. */
function withLineFeeds(raw: Uint8Array): Uint8Array {
  const first = raw.indexOf(0x0a);
  if (first > 1 && raw[first - 1] === 0x0d && raw[first - 2] === 0x0d)
    return raw.filter((byte, i) => !(byte === 0x0d && raw[i + 1] === 0x0d && raw[i + 2] === 0x0a));
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

/** One address and no list: of what a broken mail has there beyond it, nothing is taken apart. */
function returnPathOf(headers: MailHeader[]): MailAddress[] {
  return parseAddresses((headerOf({ headers }, 'return-path') ?? '').slice(0, MAX_RETURN_PATH_CHARACTERS));
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
