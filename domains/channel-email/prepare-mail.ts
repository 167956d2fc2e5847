import { createHash } from 'node:crypto';
import type { Tools } from '#platform/domain';
import { keyFor } from '#platform/secrets';
import { classify, htmlToText, readMail, visibleReply, type Classified, type Mail, type OwnMark } from '#science/mail';
import type { NewFile } from '#domains/conversations';
import { type AskDns, keptDns } from './ask-dns.ts';
import { checkSender, type SenderCheck, type Way } from './check-sender.ts';
import type { DoorKey } from './ledger.ts';
import { passes } from './steps.ts';

/** A mail as a door hands it over. */
export interface MailAtDoor {
  readonly workspaceId: string;
  readonly lineId: string;
  readonly door: DoorKey;
  readonly arrivedAt: Date;
  readonly raw: Uint8Array;
  /** Set when the door could not take the whole: then it is parked with this reason. */
  readonly cut?: string;
  /** It was there before the line, and is taken in as history. */
  readonly isPast?: boolean;
  /** Who stood at the door; what is known of the sender already (a mail that is read again); who is asked for names. */
  readonly way?: Way;
  readonly sender?: SenderCheck;
  readonly dns?: AskDns;
  /** The charset that a person says it is written in. */
  readonly readAs?: string | null;
}

/** Everything slow about a mail done before its transaction: stored, read, classified, its files stored too. */
export interface PreparedMail {
  readonly lineId: string;
  readonly door: DoorKey;
  readonly arrivedAt: Date;
  readonly sha256: string;
  readonly sizeBytes: number;
  /** What the same mail has in common through any door: content without the marks of its way. */
  readonly fingerprint: string | null;
  readonly mail: Mail;
  readonly classified: Classified;
  readonly sender: SenderCheck;
  readonly text: string;
  readonly visibleLength: number | undefined;
  readonly forwardMarker: string | null;
  readonly files: readonly NewFile[];
  readonly plusSecret: string;
  readonly cut: string | null;
  readonly isPast: boolean;
}

/** Header under which we know our own mails again. */
const loopHeader = 'X-Rapport-Loop';

/** Stores and reads a mail. Never refuses one for what it holds; throws only where the disk or database does. */
export async function prepareMail(tools: Tools, at: MailAtDoor): Promise<PreparedMail> {
  const stored = await tools.files.put(at.workspaceId, at.raw);
  await passes('mail.stored');
  const mail = wellFormed(await readMail(at.raw, at.readAs ? { charset: at.readAs } : {}));
  const classified = classify(mail, ownMark(tools, at.workspaceId));
  const text = bodyText(mail);
  const split = visibleReply(text);
  return {
    lineId: at.lineId,
    door: at.door,
    arrivedAt: at.arrivedAt,
    sha256: stored.sha256,
    sizeBytes: stored.sizeBytes,
    fingerprint: fingerprint(mail, at.raw),
    mail,
    classified,
    sender: at.sender ?? (await checkSender(at.raw, mail, at.way ?? {}, at.dns ?? keptDns(tools.config.dnsServers))),
    text,
    visibleLength: visibleLengthOf(split.parts),
    forwardMarker: split.forwardMarker,
    files: await storeFiles(tools, at.workspaceId, mail),
    plusSecret: plusSecret(tools),
    cut: at.cut ?? null,
    isPast: at.isPast ?? false,
  };
}

/** The key that plus addresses are signed with. */
export function plusSecret(tools: Tools): string {
  return keyFor(tools.config, 'mail').toString('base64');
}

/** What our mails carry so that they are known when they come back: each workspace its own. */
export function ownMark(tools: Tools, workspaceId: string): OwnMark {
  const value = createHash('sha256')
    .update(keyFor(tools.config, 'mail'))
    .update(workspaceId)
    .digest('hex')
    .slice(0, 32);
  return { header: loopHeader, value };
}

function bodyText(mail: Mail): string {
  const text = mail.text ?? (mail.html === null ? '' : htmlToText(mail.html));
  return text.replace(/\r\n?/g, '\n').trimEnd();
}

/** Where the part to show ends: only when nothing the writer said stands below it. */
function visibleLengthOf(parts: ReturnType<typeof visibleReply>['parts']): number | undefined {
  const first = parts.findIndex((part) => part.kind !== 'reply');
  if (first <= 0) return undefined;
  const isSaidBelow = parts.slice(first).some((part) => part.kind === 'reply' && part.text.trim() !== '');
  const shown = parts
    .slice(0, first)
    .map((part) => part.text)
    .join('\n');
  return isSaidBelow || shown.trim() === '' ? undefined : shown.length;
}

/**
 * One mail through two doors, or asked for twice, differs only in what its way wrote above it. Without a message id
 * there is nothing that names it, and a doubled mail is better than a lost one.
 */
function fingerprint(mail: Mail, raw: Uint8Array): string | null {
  if (mail.messageId === null) return null;
  const hash = createHash('sha256');
  for (const part of [mail.messageId, mail.from?.address ?? '', mail.subject, mail.date?.toISOString() ?? ''])
    hash.update(`${part}\n`);
  return hash.update(bodyBytes(raw)).digest('hex');
}

function bodyBytes(raw: Uint8Array): Uint8Array {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  const crlf = bytes.indexOf('\r\n\r\n');
  const lf = bytes.indexOf('\n\n');
  const ends = [crlf < 0 ? null : crlf + 4, lf < 0 ? null : lf + 2].filter((end) => end !== null);
  // the last line end is the host's: some add one, some do not
  return Buffer.from(
    bytes
      .subarray(ends.length > 0 ? Math.min(...ends) : 0)
      .toString('latin1')
      .replace(/\r\n/g, '\n')
      .trimEnd(),
    'latin1',
  );
}

async function storeFiles(tools: Tools, workspaceId: string, mail: Mail): Promise<NewFile[]> {
  const files: NewFile[] = [];
  for (const part of mail.attachments) {
    const stored = await tools.files.put(workspaceId, part.bytes);
    files.push({
      sha256: stored.sha256,
      name: part.name ?? nameFor(part.type, files.length + 1),
      mediaType: part.type.slice(0, 200),
      sizeBytes: stored.sizeBytes,
      contentId: part.contentId,
      inline: part.isInline,
    });
  }
  return files;
}

function nameFor(type: string, position: number): string {
  if (type === 'message/rfc822') return `mail-${position}.eml`;
  if (type.startsWith('text/')) return `text-${position}.txt`;
  return `file-${position}.${/\/([a-z0-9]{1,8})$/i.exec(type)?.[1] ?? 'bin'}`;
}

/** PostgreSQL holds no zero byte and no half of a surrogate pair; strangers send both. */
function wellFormed<T>(value: T): T {
  if (typeof value === 'string') return value.replaceAll('\0', '').toWellFormed() as T;
  if (value instanceof Uint8Array || value instanceof Date || value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((one) => wellFormed(one)) as T;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, wellFormed(one)])) as T;
}
