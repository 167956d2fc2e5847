import { decodeText } from './charset.ts';
import { readIds, splitMail } from './headers.ts';
import { headerOf, type Mail } from './mail.ts';
import { COPY_MARK, DAEMON, DELAY_WORDS, FINAL_WORDS, PASTED_HEADER, STATUS_WORDS } from './report-words.ts';

/** How much of a body is read for signs; a report says what it has to say at its top. */
export const MAX_SIGN_CHARACTERS = 64 * 1024;

/** What a delivery report says, as far as it says it. */
export type Bounce = {
  /** RFC 3463 (`5.1.1`), else null. */
  status: string | null;
  action: 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded' | null;
  /** The first that failed, else the first named. */
  recipient: string | null;
  /** Everyone it says something about, each once, in its order; a report may be about several. */
  recipients: readonly BouncedRecipient[];
  /** Our mail's id: the strongest sign of which message this is about. */
  originalMessageId: string | null;
  diagnostic: string | null;
};

/** What a report says of one recipient. */
export type BouncedRecipient = {
  address: string;
  /** The address we sent to, where its host passed the mail on to another and tells it. */
  original: string | null;
  status: string | null;
  action: Bounce['action'];
  diagnostic: string | null;
};

/** Most recipients one report names. */
export const MAX_BOUNCED_RECIPIENTS = 200;

const ACTIONS = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'] as const;
/** What hosts say in words where they give no code; RFC 3463 names for it. */
const STATUS = /(?:^|[^\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.]*\d)/;
const SMTP_CODE = /(?:^|[^\d.])([45]\d\d)[ -]/;

/** The report's machine-readable part (RFC 3464) first, then what its words give. */
export function readBounce(mail: Mail): Bounce {
  const blocks = statusBlocks(mail);
  const status = blocks.find((block) => block.action === 'failed') ?? blocks[0] ?? null;
  const words = bodyWords(mail);
  const fromWords = wordsOfBounce(mail, words);
  return {
    status:
      status?.status ?? (status?.action === 'delivered' || status?.action === 'relayed' ? null : fromWords.status),
    action: status?.action ?? fromWords.action,
    recipient: status?.recipient ?? fromWords.recipient,
    originalMessageId: originalId(mail, words),
    diagnostic: status?.diagnostic ?? null,
    recipients: recipientsOf(blocks, fromWords),
  };
}

/** Those of the blocks; without any, all that the words name. What a recipient is said twice counts as it failed. */
function recipientsOf(blocks: readonly Block[], fromWords: WordsOfBounce): readonly BouncedRecipient[] {
  const named = new Map<string, BouncedRecipient>();
  for (const { recipient, ...said } of blocks) {
    if (recipient === null || named.size >= MAX_BOUNCED_RECIPIENTS) continue;
    if (named.get(recipient)?.action !== 'failed') named.set(recipient, { address: recipient, ...said });
  }
  if (named.size > 0) return [...named.values()];
  const { status, action, diagnostic } = fromWords;
  return fromWords.recipients
    .slice(0, MAX_BOUNCED_RECIPIENTS)
    .map((address) => ({ address, original: null, status, action, diagnostic }));
}

/** The text a bounce explains itself in, cut to what is worth searching. */
export function bodyWords(mail: Mail): string {
  const body = mail.text ?? mail.html?.replace(/<[^<>]{0,2000}>/g, ' ') ?? '';
  return body.slice(0, MAX_SIGN_CHARACTERS);
}

/** What one block of a report says. */
type Block = Pick<Bounce, 'status' | 'action' | 'recipient' | 'diagnostic'> & { original: string | null };
type WordsOfBounce = Omit<Block, 'original'> & { recipients: readonly string[] };

/** The blocks that name a recipient or say what became of one. */
function statusBlocks(mail: Mail): readonly Block[] {
  const part = mail.attachments.find(
    (one) => one.type === 'message/delivery-status' || one.type === 'message/global-delivery-status',
  );
  if (!part) return [];
  return decodeText(part.bytes.subarray(0, MAX_SIGN_CHARACTERS))
    .split(/\r?\n[ \t]*\r?\n/)
    .map((block) => readBlock(block))
    .filter((block) => block.recipient !== null || block.action !== null);
}

function readBlock(block: string): Block {
  const field = (name: string) =>
    new RegExp(`^${name}:[ \\t]*(.{0,1000}(?:\\r?\\n[ \\t].{0,1000}){0,20})`, 'im')
      .exec(block)?.[1]
      ?.replace(/\s+/g, ' ')
      .trim() ?? null;
  const address = (name: string) => cleanAddress(field(name)?.replace(/^[^;]{0,40};/, '') ?? null);
  const original = address('Original-Recipient');
  const diagnostic = field('Diagnostic-Code');
  const written = STATUS.exec(` ${field('Status') ?? ''}`)?.[1] ?? null;
  // A general 5.0.0 says less than the code the other host gave.
  const precise = diagnostic === null ? null : (STATUS.exec(` ${diagnostic}`)?.[1] ?? null);
  const action = field('Action')?.toLowerCase() ?? '';
  return {
    status: written !== null && /^[245]\.0\.0$/.test(written) && precise !== null ? precise : (written ?? precise),
    action: ACTIONS.find((one) => action.startsWith(one)) ?? null,
    recipient: address('Final-Recipient') ?? original,
    original,
    diagnostic,
  };
}

function wordsOfBounce(mail: Mail, words: string): WordsOfBounce {
  const json = sesNotice(words);
  const code = SMTP_CODE.exec(words)?.[1] ?? null;
  const worded = STATUS_WORDS.find(([pattern]) => pattern.test(words))?.[1] ?? null;
  const status = STATUS.exec(words)?.[1] ?? worded ?? (code === null ? null : `${code[0]}.0.0`);
  const failed = (headerOf(mail, 'x-failed-recipients') ?? '').split(',');
  const told = [...(json?.recipients ?? []), ...failed].map(cleanAddress).filter((one) => one !== null);
  const named = told.length > 0 ? told : addressesTold(mail, words);
  return {
    status: json?.status ?? status,
    action: isDelay(mail, words, status) ? 'delayed' : 'failed',
    recipient: named[0] ?? null,
    recipients: [...new Set(named)],
    diagnostic: null,
  };
}

/** What is still tried, as far as its first words say it: a final word of the same report outweighs them. */
function isDelay(mail: Mail, words: string, status: string | null): boolean {
  const head = `${mail.subject}\n${words.slice(0, 2_000)}`;
  return status?.startsWith('5') !== true && DELAY_WORDS.test(head) && !FINAL_WORDS.test(head);
}

const ADDRESS = String.raw`[\w.!#$%&'*+/=?^\`{|}~-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}`;
const LISTED = new RegExp(String.raw`^[ \t>*•-]{0,12}<?"?(${ADDRESS})"?>?(?=[\s:;,.(]|$)`, 'gim');
/** What the report repeats of the mail’s own header names whom that was written to, a list perhaps. */
const HEADER_OF_ORIGINAL = /^[ \t]{0,8}(to|from|cc|bcc|subject|sent|reply-to|sender):.{0,2000}$/gim;

/** Those that stand at the begin of a line of the explanation; else the first that the report was not sent to. */
function addressesTold(mail: Mail, words: string): string[] {
  const ends = [COPY_MARK, PASTED_HEADER].map((mark) => mark.exec(words)?.index ?? words.length);
  const explanation = words.slice(0, Math.min(...ends)).replace(HEADER_OF_ORIGINAL, '');
  const isOthers = (address: string) => !mail.recipients.includes(address.toLowerCase());
  const listed = [...explanation.matchAll(LISTED)].map((match) => match[1] ?? '').filter(isOthers);
  // where one may ask is told as well, seldom is it who was not reached
  const people = listed.filter((address) => !DAEMON.test(address.split('@')[0] ?? ''));
  const named = people.length > 0 ? people : listed;
  if (named.length > 0) return named.slice(0, MAX_BOUNCED_RECIPIENTS).map((one) => plainAddress(one));
  for (const text of [explanation, words])
    for (const [address] of text.matchAll(new RegExp(ADDRESS, 'g')))
      if (isOthers(address)) return [plainAddress(address)];
  return [];
}

/** Exchange of old writes an address of X.400 around it. */
function plainAddress(written: string): string {
  return written.replace(/^['`]?((smtp|rfc822)=)?/i, '').toLowerCase();
}

function cleanAddress(value: string | null): string | null {
  const clean = value?.replace(/[<>"\s]/g, '').toLowerCase() ?? '';
  return clean.includes('@') ? clean : null;
}

/** Amazon SES tells by JSON what others tell by RFC 3464. */
export function sesNotice(
  words: string,
): { isComplaint: boolean; status: string | null; recipients: readonly string[]; messageId: string | null } | null {
  const kind = /"(?:notificationType|eventType)"\s*:\s*"(Bounce|Complaint|Delivery)"/.exec(words)?.[1];
  if (kind === undefined || kind === 'Delivery') return null;
  return {
    isComplaint: kind === 'Complaint',
    status: /"status"\s*:\s*"([245]\.\d{1,3}\.\d{1,3})"/.exec(words)?.[1] ?? null,
    recipients: [...words.matchAll(/"emailAddress"\s*:\s*"([^"\s]{1,320})"/g)].map((match) => match[1] ?? ''),
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
