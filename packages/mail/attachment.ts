import type { Email } from 'postal-mime';
import { decodeWords } from './encoded-words.ts';
import { splitMail } from './headers.ts';
import { headerOf, type MailAttachment } from './mail.ts';
import { uudecode } from './uudecode.ts';

/** A part that is no body, as a file: unpacked where it is uuencoded, under a name that can be shown and saved. */
export function readAttachment(part: Email['attachments'][number], html: string): MailAttachment {
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

/** What mail programs call these when they call them anything. */
const NAMES: Readonly<Record<string, string>> = {
  'application/ms-tnef': 'winmail.dat',
  'application/vnd.ms-tnef': 'winmail.dat',
  'application/pkcs7-mime': 'smime.p7m',
  'application/x-pkcs7-mime': 'smime.p7m',
  'application/pkcs7-signature': 'smime.p7s',
  'application/x-pkcs7-signature': 'smime.p7s',
  'application/pgp-signature': 'signature.asc',
  'text/calendar': 'invite.ics',
  'text/vcard': 'contact.vcf',
  'text/x-vcard': 'contact.vcf',
};

/** A carried mail is called by its subject, a picture a picture; what else came without a name has none. */
function nameByContent(type: string, bytes: Uint8Array): string | null {
  if (type === 'message/rfc822') {
    const subject = decodeWords(headerOf(splitMail(bytes), 'subject') ?? '')
      .replace(/\s+/g, ' ')
      .replace(/[/\\]+/g, ' ')
      .slice(0, 120);
    return subject.trim() === '' ? null : cleanFileName(`${subject.trim()}.eml`);
  }
  if (NAMES[type] !== undefined) return NAMES[type];
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
    .replace(/[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/^.*[/\\]/, '')
    .trim();
  return clean === '' ? null : clean.slice(0, 255);
}
