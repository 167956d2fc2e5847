import type { MailAddress } from './mail.ts';

/** The thread's beginning and its latest mails; longer chains are refused by some hosts (998 characters a line). */
export const MAX_OUTGOING_REFERENCES = 20;
export const MAX_QUOTED_CHARACTERS = 200_000;

/** What a teammate sends, with everything that leads the answer home. */
export type ReplyDraft = {
  messageId: string;
  from: MailAddress;
  /** The line's address with its plus token; absent when the host knows no plus addresses. */
  replyTo?: MailAddress;
  to: readonly MailAddress[];
  cc?: readonly MailAddress[];
  bcc?: readonly MailAddress[];
  subject: string;
  /** Already safe markup (`safeHtml`), or none: then the plain text alone is sent. */
  html?: string;
  text: string;
  signature?: { text: string; html: string };
  /** The mail answered, quoted below when asked for. */
  original?: { from: string; sentOn: string; text: string; html?: string };
  /** The mail passed on, whole, below the words. */
  forward?: ForwardedMail;
  /** Its id and its references, oldest first. */
  inReplyTo?: string | null;
  references?: readonly string[];
  loopMark: { header: string; value: string };
  /** RFC 3834: set when no person wrote it. */
  autoSubmitted?: 'auto-replied' | 'auto-generated';
  attachments?: ReadonlyArray<{ name: string; type: string; bytes: Uint8Array; contentId?: string }>;
  /** `{date} {from}` filled in by us: `On {date}, {from} wrote:` in the customer's language. */
  attribution?: string;
};

/** A mail as it stands below a forward's own words. */
export type ForwardedMail = {
  from: string;
  sentOn: string;
  subject: string;
  to: string;
  cc: string;
  text: string;
  html?: string;
};

/** What nodemailer's `sendMail` takes. */
export type OutgoingMail = {
  messageId: string;
  from: { name: string; address: string };
  replyTo?: { name: string; address: string };
  to: Array<{ name: string; address: string }>;
  cc?: Array<{ name: string; address: string }>;
  bcc?: Array<{ name: string; address: string }>;
  subject: string;
  text: string;
  html?: string;
  inReplyTo?: string;
  references?: string[];
  headers: Record<string, string>;
  attachments: Array<{
    filename: string;
    contentType: string;
    content: Buffer;
    cid?: string;
    contentDisposition: 'inline' | 'attachment';
  }>;
};

/** A reply ready to send: plain and HTML, threaded for every client, marked so that we know it when it comes back. */
export function composeReply(draft: ReplyDraft): OutgoingMail {
  const references = outgoingReferences(draft.references ?? [], draft.inReplyTo ?? null);
  const html = composeHtml(draft);
  return {
    messageId: `<${draft.messageId}>`,
    from: person(draft.from),
    ...(draft.replyTo ? { replyTo: person(draft.replyTo) } : {}),
    to: draft.to.map(person),
    ...(draft.cc?.length ? { cc: draft.cc.map(person) } : {}),
    ...(draft.bcc?.length ? { bcc: draft.bcc.map(person) } : {}),
    subject: oneLine(draft.subject),
    text: composeText(draft),
    ...(html === null ? {} : { html }),
    ...(draft.inReplyTo ? { inReplyTo: `<${oneLine(draft.inReplyTo)}>` } : {}),
    ...(references.length > 0 ? { references: references.map((id) => `<${oneLine(id)}>`) } : {}),
    headers: {
      [draft.loopMark.header]: oneLine(draft.loopMark.value),
      ...(draft.autoSubmitted ? { 'Auto-Submitted': draft.autoSubmitted, 'X-Auto-Response-Suppress': 'All' } : {}),
    },
    attachments: (draft.attachments ?? []).map(attachment),
  };
}

/** `Re: ` once, in front of what the thread is called. */
export function replySubject(subject: string): string {
  const bare = subject.replace(/^(\s*(re|aw|antw|sv|vs|odp|res|rif|回复|答复)\s*(\[\d+\])?\s*[:：])+\s*/iu, '').trim();
  return bare === '' ? 'Re:' : `Re: ${bare}`;
}

/** `Fwd: ` once, in front of what the thread is called. */
export function forwardSubject(subject: string): string {
  const bare = replySubject(subject).replace(/^Re:\s?/, '');
  return /^(fwd?|wg|tr|rv|enc)\s?:/i.test(bare) ? bare : `Fwd: ${bare}`.trim();
}

/** The first id names the thread, the last ones lead there; the one answered stands last (RFC 5322, 3.6.4). */
export function outgoingReferences(references: readonly string[], inReplyTo: string | null): string[] {
  const all = [...references.filter((id) => id !== inReplyTo), ...(inReplyTo === null ? [] : [inReplyTo])];
  const ids = [...new Set(all)];
  return ids.length <= MAX_OUTGOING_REFERENCES ? ids : [...ids.slice(0, 1), ...ids.slice(1 - MAX_OUTGOING_REFERENCES)];
}

function composeText(draft: ReplyDraft): string {
  const signature = draft.signature ? `\n\n-- \n${draft.signature.text}` : '';
  if (draft.forward) {
    const head = forwardHead(draft.forward).map(([label, value]) => `${label}: ${value}`);
    const passedOn = [FORWARD_MARKER, ...head, '', draft.forward.text.slice(0, MAX_QUOTED_CHARACTERS)].join('\n');
    return `${draft.text.trimEnd()}${signature}\n\n${passedOn}\n`.trimStart();
  }
  if (!draft.original) return `${draft.text.trimEnd()}${signature}\n`;
  const quoted = draft.original.text
    .slice(0, MAX_QUOTED_CHARACTERS)
    .split(/\r?\n/)
    .map((line) => (line.startsWith('>') ? `>${line}` : `> ${line}`.trimEnd()));
  return `${draft.text.trimEnd()}${signature}\n\n${attributionOf(draft)}\n\n${quoted.join('\n')}\n`;
}

function composeHtml(draft: ReplyDraft): string | null {
  if (draft.html === undefined) return null;
  const signature = draft.signature ? `<div class="rapport_signature">-- <br>${draft.signature.html}</div>` : '';
  if (draft.forward) {
    const { forward } = draft;
    const head = forwardHead(forward).map(([label, value]) => `<b>${label}:</b> ${textToHtml(value)}`);
    const passedOn = forward.html ?? textToHtml(forward.text.slice(0, MAX_QUOTED_CHARACTERS));
    return `${draft.html}${signature}<br><div class="gmail_quote"><div class="gmail_attr">${FORWARD_MARKER}<br>${head.join('<br>')}</div><br>${passedOn}</div>`;
  }
  if (!draft.original) return `${draft.html}${signature}`;
  const original = draft.original.html ?? textToHtml(draft.original.text.slice(0, MAX_QUOTED_CHARACTERS));
  // Gmail's own classes: every client that folds quotes knows them.
  return `${draft.html}${signature}<br><div class="gmail_quote"><div class="gmail_attr">${textToHtml(attributionOf(draft))}</div><blockquote class="gmail_quote" type="cite">${original}</blockquote></div>`;
}

/** Every client that knows forwards knows this line. */
const FORWARD_MARKER = '---------- Forwarded message ---------';

function forwardHead(forward: ForwardedMail): [string, string][] {
  const { from, sentOn, subject, to, cc } = forward;
  const lines: [string, string][] = [
    ['From', from],
    ['Date', sentOn],
    ['Subject', subject],
    ['To', to],
    ['Cc', cc],
  ];
  return lines.map(([label, value]): [string, string] => [label, oneLine(value)]).filter(([, value]) => value !== '');
}

function attributionOf(draft: ReplyDraft): string {
  const { from = '', sentOn = '' } = draft.original ?? {};
  return oneLine(
    (draft.attribution ?? 'On {date}, {from} wrote:')
      .replaceAll('{date}', () => sentOn)
      .replaceAll('{from}', () => from),
  );
}

/** Plain text as markup: escaped, lines kept. */
export function textToHtml(text: string): string {
  const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign).replace(/\r?\n/g, '<br>');
}

/** No header may hold a line break, by whichever sign a program takes for one: that is how strangers' headers get in. */
function oneLine(value: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must go
  return value.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').trim();
}

function person(one: MailAddress): { name: string; address: string } {
  return { name: oneLine(one.name), address: oneLine(one.address) };
}

function attachment(file: NonNullable<ReplyDraft['attachments']>[number]): OutgoingMail['attachments'][number] {
  return {
    filename: oneLine(file.name),
    contentType: oneLine(file.type),
    content: Buffer.from(file.bytes),
    ...(file.contentId === undefined ? {} : { cid: oneLine(file.contentId) }),
    contentDisposition: file.contentId === undefined ? 'attachment' : 'inline',
  };
}
