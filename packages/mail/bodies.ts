import PostalMime, { type Email, type PostalMimeOptions } from 'postal-mime';
import { readAttachment } from './attachment.ts';
import { decodeText, needsDecoding } from './charset.ts';
import { unflow } from './flowed.ts';
import {
  MAX_ATTACHMENTS,
  MAX_HEADER_BYTES,
  MAX_PART_DEPTH,
  headerOf,
  type Mail,
  type MailHeader,
  type MailTrouble,
} from './mail.ts';
import { mendNames } from './mend-names.ts';
import { takeUuencoded } from './uudecode.ts';

type Bodies = Pick<Mail, 'text' | 'html' | 'attachments'>;

/** Bodies and files of a mail, with what had to be mended told; never throws, and loses no words. */
export async function readBodies(
  raw: Uint8Array,
  split: { start: number; bodyStart: number; headers: readonly MailHeader[] },
  troubles: MailTrouble[],
  charset?: string,
): Promise<Bodies> {
  const rawText = () => decodeText(raw.subarray(split.bodyStart), charset).trim();
  let email: Email;
  if (isDust(raw)) {
    troubles.push('mime-unreadable');
    return { text: rawText() || null, html: null, attachments: [] };
  }
  try {
    email = await parse(mendNames(raw.subarray(split.start)), charset);
  } catch {
    // The library refuses what goes beyond its bounds; what the customer wrote is in there all the same.
    troubles.push('mime-unreadable');
    return { text: rawText() || null, html: null, attachments: [] };
  }
  const attachments = email.attachments.slice(0, MAX_ATTACHMENTS).map((part) => readAttachment(part, email.html ?? ''));
  if (email.attachments.length > MAX_ATTACHMENTS) troubles.push('too-many-attachments');
  const text = email.text?.trim() ? email.text : null;
  const html = email.html?.trim() ? email.html : null;
  if (text !== null) return takeUuencoded({ text, html, attachments });
  if (html !== null) return { text, html, attachments };
  const odd = bodyOfOddType(split.headers, attachments, charset);
  if (odd !== null) return odd;
  if (attachments.every((part) => part.bytes.length === 0) && rawText() !== '') {
    // A multipart whose boundary never comes, or a body before any blank line: parsed to nothing, but not empty.
    troubles.push('body-as-raw-text');
    const body = raw.subarray(split.bodyStart);
    const found = (await withFoundBoundary(body, charset)) ?? (await asEncodedText(split.headers, body, charset));
    return found ?? { text: rawText(), html: null, attachments };
  }
  return { text, html, attachments };
}

/** A mail that is all one text of an odd type, or of none: shown, not hidden in a file. */
function bodyOfOddType(
  headers: readonly MailHeader[],
  attachments: Mail['attachments'],
  given?: string,
): Bodies | null {
  const [only, ...others] = attachments;
  const type = headerOf({ headers: [...headers] }, 'content-type');
  if (only === undefined || others.length > 0 || type === null || only.disposition !== null) return null;
  const isText = /^text\/(?!calendar|vcard|x-vcard|csv)/i.test(type) || !/^[^\s/;]+\/[^\s;]+/.test(type);
  if (!isText || /name\s*\*?=/i.test(type) || only.bytes.length === 0) return null;
  const charset = given ?? /charset\s*=\s*"?([^";\s]+)/i.exec(type)?.[1] ?? null;
  return { text: decodeText(only.bytes, charset), html: null, attachments: [] };
}

/** The header named no boundary, or another than the body has: the first line between parts tells it. */
async function withFoundBoundary(body: Uint8Array, charset?: string): Promise<Bodies | null> {
  const top = Buffer.from(body.subarray(0, MAX_PREAMBLE_BYTES)).toString('latin1');
  const boundary = /^--([^\s"]{1,70})[ \t]*\r?\n(?:[\w-]{1,40}:|\r?\n)/m.exec(top)?.[1];
  if (boundary === undefined) return null;
  const head = Buffer.from(`Content-Type: multipart/mixed; boundary="${boundary}"\r\n\r\n`, 'latin1');
  try {
    const email = await parse(new Uint8Array(Buffer.concat([head, body])), charset);
    const attachments = email.attachments
      .slice(0, MAX_ATTACHMENTS)
      .map((part) => readAttachment(part, email.html ?? ''));
    const text = email.text?.trim() ? email.text : null;
    const html = email.html?.trim() ? email.html : null;
    return text === null && html === null ? null : { text, html, attachments };
  } catch {
    return null;
  }
}

/** A body without any part whose header says how it is encoded: read as the one text it is. */
async function asEncodedText(
  headers: readonly MailHeader[],
  body: Uint8Array,
  charset?: string,
): Promise<Bodies | null> {
  const encoding = headerOf({ headers: [...headers] }, 'content-transfer-encoding')?.trim() ?? '';
  if (!/^(quoted-printable|base64)$/i.test(encoding)) return null;
  const head = Buffer.from(`Content-Type: text/plain\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n`, 'latin1');
  try {
    const { text } = await parse(new Uint8Array(Buffer.concat([head, body])), charset);
    return text?.trim() ? { text, html: null, attachments: [] } : null;
  } catch {
    return null;
  }
}

const MAX_PREAMBLE_BYTES = 64 * 1024;

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
type Node = {
  content: ArrayBuffer | null;
  contentType: { parsed: { value: string; params: Record<string, string> } };
};
type Inner = { isInlineTextNode?: (node: Node) => boolean };

async function parse(raw: Uint8Array, charset?: string): Promise<Email> {
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
      if (isText) mendCharset(node, charset);
      return isText;
    };
  }
  return parser.parse(raw);
}

function mendCharset(node: Node, given?: string): void {
  if (!node.content) return;
  const bytes = new Uint8Array(node.content);
  const { value, params } = node.contentType.parsed;
  if (given !== undefined) params.charset = given;
  if (params.charset === undefined && value === 'text/html') params.charset = charsetOfHtml(bytes) ?? '';
  const isFlowed = /^flowed$/i.test(params.format ?? '');
  if (!isFlowed && !needsDecoding(bytes, params.charset)) return;
  const text = decodeText(bytes, params.charset);
  // The library joins flowed lines across quote depths; ours does not.
  const encoded = new TextEncoder().encode(isFlowed ? unflow(text, /^yes$/i.test(params.delsp ?? '')) : text);
  delete params.format;
  node.content = encoded.buffer;
  params.charset = 'utf-8';
}

/** What HTML says of itself where its part has no label. */
function charsetOfHtml(bytes: Uint8Array): string | null {
  const top = Buffer.from(bytes.subarray(0, 2_048)).toString('latin1');
  return /<meta\b[^>]{0,200}charset\s*=\s*["']?([\w:.-]{1,40})/i.exec(top)?.[1] ?? null;
}
