import { MAX_SIGN_CHARACTERS, bodyWords, readBounce, sesNotice, type Bounce } from './bounce.ts';
import { splitMail } from './headers.ts';
import { AUTO_SUBJECT, MAYBE_AUTO_SUBJECT } from './auto-words.ts';
import { headerOf, type Mail } from './mail.ts';
import { COPY_MARK, DAEMON, DAEMON_NAME, PASTED_HEADER, REPORT_SUBJECT, REPORT_WORDS } from './report-words.ts';

/**
 * What a mail is, before anyone asks what it says. A `notice` is made by a machine but may carry a customer (a shop's
 * contact form): it opens a case and is never answered automatically.
 */
export type MailKind = 'message' | 'auto-reply' | 'notice' | 'bounce' | 'receipt' | 'list' | 'complaint' | 'loop';

/** One sign that was seen, in words a teammate can check against the mail's own header. */
export type Evidence = { sign: string; seen: string };

/** The kind with everything that spoke for it. */
export type Classified = { kind: MailKind; evidence: Evidence[]; bounce?: Bounce };

/** What marks a mail as our own, so that it is known when it comes back: header name and this installation's value. */
export type OwnMark = { header: string; value: string };

/**
 * Decide by header and structure (RFC 3464, 3834, 2919, 5965) what a mail is; words of the body only ever weigh
 * together with signs of the envelope, so that a customer who writes "user unknown" stays a customer.
 */
export function classify(mail: Mail, own?: OwnMark): Classified {
  const loop = loopSigns(mail, own);
  if (loop.length > 0) return { kind: 'loop', evidence: loop };
  const complaint = complaintSigns(mail);
  if (complaint.length > 0) return { kind: 'complaint', evidence: complaint, bounce: readBounce(mail) };
  const receipt = receiptSigns(mail);
  if (receipt.length > 0) return { kind: 'receipt', evidence: receipt };
  const bounce = bounceSigns(mail);
  if (bounce.length > 0) return { kind: 'bounce', evidence: bounce, bounce: readBounce(mail) };
  const auto = autoReplySigns(mail);
  if (auto.length > 0) return { kind: isOnlyGenerated(mail, auto) ? 'notice' : 'auto-reply', evidence: auto };
  const list = listSigns(mail);
  return list.length > 0 ? { kind: 'list', evidence: list } : { kind: 'message', evidence: [] };
}

function loopSigns(mail: Mail, own?: OwnMark): Evidence[] {
  if (!own) return [];
  const name = own.header.toLowerCase();
  return mail.headers
    .filter((one) => one.name === name && one.value === own.value)
    .map((one) => ({ sign: 'our own mail came back', seen: `${own.header}: ${one.value}` }));
}

function complaintSigns(mail: Mail): Evidence[] {
  if (hasPart(mail, 'message/feedback-report'))
    return [{ sign: 'a feedback report part (RFC 5965)', seen: 'message/feedback-report' }];
  const type = contentType(mail);
  if (/report-type\s*=\s*"?feedback-report/i.test(type))
    return [{ sign: 'a feedback report (RFC 5965)', seen: short(type) }];
  if (sesNotice(bodyWords(mail))?.isComplaint === true)
    return [{ sign: 'a complaint notice of Amazon SES', seen: 'notificationType: Complaint' }];
  const optOut = headerOf(mail, 'x-hmxmroriginalrecipient') ?? reporterInside(mail);
  return optOut === null ? [] : [{ sign: 'a junk report of a mailbox host', seen: short(optOut) }];
}

/** Outlook.com once told of junk by the mail alone, with the reporter in that mail's own header. */
function reporterInside(mail: Mail): string | null {
  const [whole] = mail.attachments.filter((one) => one.type === 'message/rfc822');
  return whole ? headerOf(splitMail(whole.bytes), 'x-hmxmroriginalrecipient') : null;
}

function receiptSigns(mail: Mail): Evidence[] {
  const isNotice =
    hasPart(mail, 'message/disposition-notification') ||
    /report-type\s*=\s*"?disposition-notification/i.test(contentType(mail));
  return isNotice ? [{ sign: 'a read receipt (RFC 8098)', seen: 'disposition-notification' }] : [];
}

/** One proof is enough; without proof, signs of the envelope and of the words must agree. */
function bounceSigns(mail: Mail): Evidence[] {
  const proof = bounceProof(mail);
  if (proof) return [proof];
  const envelope = envelopeSigns(mail);
  const words = wordSigns(mail);
  const isDaemon = /^mailer-?daemon/i.test(mail.from?.address ?? '');
  const weight = envelope.length * 2 + words.length + (isDaemon ? 1 : 0);
  const isEnough = envelope.length > 0 && words.length > 0 && weight >= 4;
  return isEnough && speaksOfMail(mail, envelope, words) ? [...envelope, ...words] : [];
}

/**
 * A postmaster may write a letter about mail that is refused, and a parcel service by a machine about what it could not
 * hand over: of those a report is only what looks like one, or gives a server's answer or the mail.
 */
function speaksOfMail(mail: Mail, envelope: readonly Evidence[], words: readonly Evidence[]): boolean {
  const says = (...signs: string[]) => words.some(({ sign }) => signs.includes(sign));
  if (envelope.every(({ sign }) => sign === BY_NOBODY || sign === BY_MACHINE)) return says(SAYS_ANSWER, RETURNS_MAIL);
  const isPostmaster = /^post-?m(aster|eister)@/i.test(mail.from?.address ?? '');
  return !isPostmaster || envelope.length > 1 || says(SAYS_SUBJECT, RETURNS_MAIL);
}

const BY_NOBODY = 'sent by a box nobody reads';
const BY_MACHINE = 'sent by a machine';
const SAYS_ANSWER = 'a mail server’s own answer';
const SAYS_SUBJECT = 'a report by its subject';
const RETURNS_MAIL = 'it returns a mail';

function bounceProof(mail: Mail): Evidence | null {
  if (hasPart(mail, 'message/delivery-status') || hasPart(mail, 'message/global-delivery-status'))
    return { sign: 'a delivery status part (RFC 3464)', seen: 'message/delivery-status' };
  const type = contentType(mail);
  if (/report-type\s*=\s*"?delivery-status/i.test(type))
    return { sign: 'a delivery report (RFC 3462)', seen: short(type) };
  for (const name of ['x-failed-recipients', 'x-ms-exchange-message-is-ndr', 'x-delivery-status-notification']) {
    const value = headerOf(mail, name);
    if (value !== null) return { sign: 'a header only delivery reports carry', seen: `${name}: ${short(value)}` };
  }
  const hop = mail.headers.find((one) => one.name === 'received' && /invoked for bounce/i.test(one.value));
  if (hop) return { sign: 'made by a mail server as a bounce', seen: short(hop.value) };
  const notice = sesNotice(bodyWords(mail));
  return notice === null ? null : { sign: 'a bounce notice of Amazon SES', seen: 'notificationType: Bounce' };
}

function envelopeSigns(mail: Mail): Evidence[] {
  const signs: Evidence[] = [];
  const local = mail.from?.address.split('@')[0] ?? '';
  if (DAEMON.test(local) || DAEMON_NAME.test(mail.from?.name ?? ''))
    signs.push({ sign: 'sent by a mail server', seen: mail.from?.address ?? '' });
  if (mail.returnPath === '' || /^mailer-?daemon/i.test(mail.returnPath ?? ''))
    signs.push({ sign: 'a null sender', seen: 'Return-Path: <>' });
  if (/^multipart\/report/i.test(contentType(mail))) signs.push({ sign: 'a report', seen: 'multipart/report' });
  if (/^(no|do-?not)-?_?reply/i.test(local)) signs.push({ sign: BY_NOBODY, seen: mail.from?.address ?? '' });
  const robot = ['x-mlserver', 'x-ml-info', 'mailing-list', 'x-mailman-version'].find(
    (name) => headerOf(mail, name) !== null,
  );
  if (robot !== undefined && /-(admin|owner|bounces|request)$|^(owner|mailman|majordomo|listserv)/i.test(local))
    signs.push({ sign: 'sent by a list’s robot', seen: robot });
  const auto = headerOf(mail, 'auto-submitted');
  if (auto !== null && !/^no\b/i.test(auto)) signs.push({ sign: BY_MACHINE, seen: `Auto-Submitted: ${short(auto)}` });
  return signs;
}

function wordSigns(mail: Mail): Evidence[] {
  const signs: Evidence[] = [];
  if (REPORT_SUBJECT.test(mail.subject)) signs.push({ sign: SAYS_SUBJECT, seen: short(mail.subject) });
  const body = bodyWords(mail);
  const words = REPORT_WORDS.exec(body)?.[0];
  if (words !== undefined) signs.push({ sign: 'words of a report', seen: short(words) });
  const answer = /\b(RCPT TO|MAIL FROM)\b|(^|[^\d.])5\d\d[ -](\d\.\d\.\d |- ?[A-Z]|[A-Z])/m.exec(body)?.[0];
  if (answer !== undefined) signs.push({ sign: SAYS_ANSWER, seen: short(answer.trim()) });
  const hasOriginal =
    mail.attachments.some((one) => /^message\/rfc822|rfc822-headers$/.test(one.type)) ||
    COPY_MARK.test(body) ||
    PASTED_HEADER.test(body);
  if (hasOriginal) signs.push({ sign: RETURNS_MAIL, seen: 'the original below' });
  return signs;
}

function autoReplySigns(mail: Mail): Evidence[] {
  const signs: Evidence[] = [];
  const add = (name: string, isSign: (value: string) => boolean) => {
    const value = headerOf(mail, name);
    if (value !== null && isSign(value)) signs.push({ sign: BY_MACHINE, seen: `${name}: ${short(value)}` });
  };
  add('auto-submitted', (value) => !/^\s*(no\b|$)/i.test(value));
  for (const name of [
    'x-autoreply',
    'x-autorespond',
    'x-autoresponder',
    'x-autoreply-from',
    'x-mail-autoreply',
    'x-auto-reply-from',
  ])
    add(name, (value) => !/^(no|false)\b/i.test(value));
  add('precedence', (value) => /^auto[_-]?reply/i.test(value));
  add('x-precedence', (value) => /^auto[_-]?reply/i.test(value));
  add('delivered-to', (value) => /^autoresponder$/i.test(value));
  add('x-apple-action', (value) => /vacation/i.test(value));
  add('x-post-messageclass', (value) => /autoresponder/i.test(value));
  add('x-mailer', (value) => /^vacation\b/i.test(value));
  add('x-autogenerated', (value) => /^(forward|group|letter|mirror|redirect|reply)$/i.test(value));
  add('x-fc-machinegenerated', (value) => /^true/i.test(value));
  add('preference', (value) => /auto_reply/i.test(value));
  // OOF and AutoReply are what others asked not to get; Exchange sets `All` also on its own answers, never on a person's.
  if (signs.length === 0 && AUTO_SUBJECT.test(mail.subject))
    signs.push({ sign: 'an automatic answer by its subject', seen: short(mail.subject) });
  if (signs.length === 0 && MAYBE_AUTO_SUBJECT.test(mail.subject) && isByMachine(mail))
    signs.push({ sign: 'an automatic answer by its subject and way', seen: short(mail.subject) });
  return signs;
}

/** No person's mail program sends with a null sender, as bulk, or asks that nothing at all be answered. */
function isByMachine(mail: Mail): boolean {
  const suppressed = headerOf(mail, 'x-auto-response-suppress') ?? '';
  const precedence = headerOf(mail, 'precedence') ?? '';
  return mail.returnPath === '' || /\ball\b/i.test(suppressed) || /^(bulk|junk)\b/i.test(precedence);
}

/** RFC 3834: `auto-generated` tells of an event, `auto-replied` answers a mail. */
function isOnlyGenerated(mail: Mail, signs: Evidence[]): boolean {
  const auto = headerOf(mail, 'auto-submitted') ?? '';
  return (
    signs.length === 1 &&
    /^\s*auto-(generated|notified)/i.test(auto) &&
    mail.inReplyTo.length === 0 &&
    !AUTO_SUBJECT.test(mail.subject)
  );
}

function listSigns(mail: Mail): Evidence[] {
  const signs: Evidence[] = [];
  for (const name of [
    'list-id',
    'list-post',
    'x-mailing-list',
    'feedback-id',
    'list-unsubscribe',
    'x-campaign',
    'x-mailchimp-id',
  ]) {
    const value = headerOf(mail, name);
    if (value !== null) signs.push({ sign: 'sent to many', seen: `${name}: ${short(value)}` });
  }
  const precedence = headerOf(mail, 'precedence');
  if (precedence !== null && /^(bulk|list|junk)\b/i.test(precedence))
    signs.push({ sign: 'sent to many', seen: `precedence: ${short(precedence)}` });
  return signs;
}

function hasPart(mail: Mail, type: string): boolean {
  return mail.attachments.some((one) => one.type === type);
}

function contentType(mail: Mail): string {
  return headerOf(mail, 'content-type')?.slice(0, MAX_SIGN_CHARACTERS) ?? '';
}

function short(value: string): string {
  return value.length > 120 ? `${value.slice(0, 119)}…` : value;
}
