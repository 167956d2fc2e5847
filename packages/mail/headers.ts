import { addressParser } from 'postal-mime';
import { decodeText } from './charset.ts';
import { decodeWords } from './encoded-words.ts';
import {
  MAX_ADDRESSES,
  MAX_HEADER_BYTES,
  MAX_HEADER_LINES,
  MAX_REFERENCES,
  type MailAddress,
  type MailHeader,
  type MailTrouble,
} from './mail.ts';

const LF = 0x0a;
const CR = 0x0d;
const BLANK = Buffer.from(' ');
const ENCODED = /=\?[^?\s]{1,80}\?[QqBb]\?[^\r\n<>"]{0,4000}?\?=/g;
const FIELD = /^([\x21-\x39\x3b-\x7e]{1,200})[ \t]*:/;

const MAX_WRITTEN_CHARACTERS = 1_000;

/** Where the header ends and the body begins, and the header fields read from the raw bytes. */
export type SplitMail = { headers: MailHeader[]; start: number; bodyStart: number; troubles: MailTrouble[] };

/**
 * The header fields of raw mail. We read them ourselves because the bytes may be in any charset, a mailbox file's
 * "From " line may stand first, and a folded line may have lost its blank: it still belongs to the field above.
 */
export function splitMail(raw: Uint8Array, charset?: string): SplitMail {
  const troubles: MailTrouble[] = [];
  const start = skipPreface(raw);
  const lines: Uint8Array[] = [];
  let at = start;
  let isEnded = false;
  while (at < raw.length && lines.length < MAX_HEADER_LINES && at - start < MAX_HEADER_BYTES) {
    const { end, next } = lineAt(raw, at);
    if (end === at) {
      isEnded = true;
      at = next;
      break;
    }
    lines.push(raw.subarray(at, end));
    at = next;
  }
  if (!isEnded && at < raw.length) troubles.push('headers-too-long');
  const fields = unfold(lines);
  const headers = readFields(fields, charset);
  if (!isEnded && at >= raw.length) {
    const first = lines.findIndex((line) => !isFieldLine(line));
    if (first >= 0) {
      troubles.push('no-blank-line');
      const line = lines[first];
      if (line) at = line.byteOffset - raw.byteOffset;
    }
  }
  return { headers, start, bodyStart: at, troubles };
}

function skipPreface(raw: Uint8Array): number {
  let at = raw[0] === 0xef && raw[1] === 0xbb && raw[2] === 0xbf ? 3 : 0;
  for (let lines = 0; at < raw.length && lines < MAX_HEADER_LINES; lines += 1) {
    const { end, next } = lineAt(raw, at);
    const line = Buffer.from(raw.subarray(at, Math.min(end, at + 6))).toString('latin1');
    if (end !== at && !/^>?From /.test(line)) break;
    at = next;
  }
  return at;
}

function lineAt(raw: Uint8Array, at: number): { end: number; next: number } {
  const found = raw.indexOf(LF, at);
  const lineFeed = found < 0 ? raw.length : found;
  const end = lineFeed > at && raw[lineFeed - 1] === CR ? lineFeed - 1 : lineFeed;
  return { end, next: lineFeed + 1 };
}

function isFieldLine(line: Uint8Array): boolean {
  if (isBlank(line[0])) return true;
  return FIELD.test(Buffer.from(line.subarray(0, 300)).toString('latin1'));
}

function unfold(lines: Uint8Array[]): Uint8Array[][] {
  const fields: Uint8Array[][] = [];
  for (const line of lines) {
    const isNew = !isBlank(line[0]) && isFieldLine(line);
    const last = fields.at(-1);
    if (isNew || !last) fields.push([line]);
    else last.push(line);
  }
  return fields;
}

function readFields(fields: Uint8Array[][], given?: string): MailHeader[] {
  const whole = fields.map((lines) =>
    Buffer.concat(lines.flatMap((line, i) => (i > 0 && !isBlank(line[0]) ? [BLANK, line] : [line]))),
  );
  const charset = given ?? declaredCharset(whole);
  return whole.flatMap((bytes) => {
    const text = decodeText(bytes, isAscii(bytes) ? 'us-ascii' : charset);
    const name = FIELD.exec(text)?.[1];
    return name === undefined ? [] : [{ name: name.toLowerCase(), value: text.slice(text.indexOf(':') + 1).trim() }];
  });
}

/** Raw 8-bit headers have no charset of their own; the body's is the best guess there is, then the header's own words'. */
function declaredCharset(fields: Uint8Array[]): string | null {
  for (const field of fields) {
    const text = Buffer.from(field.subarray(0, 2_000)).toString('latin1');
    if (!/^content-type\s*:/i.test(text)) continue;
    const charset = /charset\s*=\s*"?([^";\s]+)/i.exec(text)?.[1] ?? null;
    if (charset !== null) return /^(utf-?8|us-ascii)$/i.test(charset) ? null : charset;
  }
  return charsetOfWords(fields);
}

/** A mail of several parts names no charset in its header; what an encoded word beside the raw bytes is in may be theirs. */
function charsetOfWords(fields: Uint8Array[]): string | null {
  for (const field of fields) {
    const text = Buffer.from(field.subarray(0, 2_000)).toString('latin1');
    const charset = /=\?([\w:.-]{2,40})(\*[\w-]{0,10})?\?[bq]\?/i.exec(text)?.[1];
    if (charset !== undefined && !/^(utf-?8|us-ascii)$/i.test(charset)) return charset;
  }
  return null;
}

function isBlank(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x09;
}

function isAscii(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte < 0x80);
}

/** Message ids of a header, in order, without doubles: brackets, commas, comments, broken folds are all forgiven. */
export function readIds(value: string): string[] {
  const ids = new Set<string>();
  for (const match of value.matchAll(/<([^<>]{1,998})>/g)) {
    const id = (match[1] ?? '').replace(/\s+/g, '');
    if (id !== '') ids.add(id);
  }
  if (ids.size === 0) {
    for (const word of value.split(/[\s,;<>"]+/)) if (/^[^@]+@[^@]+$/.test(word)) ids.add(word);
  }
  return [...ids];
}

/** The ancestors that count: the first ones name the thread, the last ones the mail answered. */
export function boundIds(ids: string[]): string[] {
  if (ids.length <= MAX_REFERENCES) return ids;
  const head = Math.floor(MAX_REFERENCES / 5);
  return [...ids.slice(0, head), ...ids.slice(ids.length - (MAX_REFERENCES - head))];
}

/** Addresses of every header of that name, groups opened; entries without anything to write to are left out. */
export function readAddresses(headers: MailHeader[], name: string): MailAddress[] {
  const values = headers.filter((header) => header.name === name).map((header) => header.value);
  return values.flatMap(parseAddresses).slice(0, MAX_ADDRESSES);
}

/** One address header's value as people; `Name <>` keeps its name so that nothing the sender wrote is lost. */
export function parseAddresses(value: string): MailAddress[] {
  const words: string[] = [];
  // A comma or bracket inside an encoded word belongs to the name: each word waits behind a private-use mark
  // while the list is taken apart, and is read afterwards.
  const marked = value.slice(0, MAX_HEADER_BYTES).replace(ENCODED, (word) => `\uE000${words.push(word) - 1}\uE001`);
  const restore = (text: string) =>
    text.replace(/\uE000(\d{1,6})\uE001/g, (mark, index: string) => words[Number(index)] ?? mark);
  const entries = addressParser(marked, { flatten: true });
  return entries.flatMap((entry) => {
    const read = decodeWords(restore(entry.address ?? '')).trim();
    // No address comes of it: then it stands as it was written, quotes and all.
    const address = /[\s<>]/.test(read) && entries.length === 1 ? asWritten(value) : read.replace(/^mailto:/i, '');
    const name = cleanName(restore(entry.name));
    if (address === '' && /^[^\s@<>]+@[^\s@<>]+$/.test(name)) return [{ name: '', address: name }];
    // `MAILER-DAEMON (Mail Delivery System)`: a box without a domain, as hosts name themselves.
    const local = /^([^\s@<>(),;"]+) *\(([^()]*)\)\s*$/.exec(value.slice(0, 500));
    if (address === '' && local) return [{ name: cleanName(local[2] ?? ''), address: local[1] ?? '' }];
    return address === '' && name === '' ? [] : [{ name: name === address ? '' : name, address }];
  });
}

function asWritten(value: string): string {
  return decodeWords(value.slice(0, MAX_WRITTEN_CHARACTERS)).replace(/\s+/g, ' ').trim();
}

function cleanName(name: string): string {
  return decodeWords(name)
    .replace(/^['"]+|['"]+$/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
