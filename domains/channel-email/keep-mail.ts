import type { Ctx } from '#platform/ctx';
import type { MailAddress } from '#science/mail';
import type { Fate } from './contract.ts';
import type { Place } from './find-place.ts';
import type { LedgerEntry } from './ledger.ts';
import { numberWord, rememberIds } from './mail-ids.ts';
import type { MailLine } from './mail-line.ts';
import { listOf } from './rule-for.ts';
import type { PreparedMail } from './prepare-mail.ts';

/** What became of a mail that stood at a door. */
export interface MailOutcome {
  readonly ledgerId: string;
  /** Null when this very mail was ours already: nothing was written. */
  readonly fate: Fate | null;
  readonly conversationId: string | null;
}

/** A mail as a message of its sender. */
export function messageOf(prepared: PreparedMail, line: MailLine, place: Place, sender: MailAddress, occurredAt: Date) {
  const { mail } = prepared;
  const kinds = ['to', 'cc', 'bcc'] as const;
  return {
    conversationId: place.conversationId,
    lineId: line.id,
    channel: 'email',
    brandId: line.brandId,
    customerName: sender.name || sender.address,
    occurredAt,
    subject: mail.subject.slice(0, 998),
    text: prepared.text,
    ...(prepared.visibleLength === undefined ? {} : { visibleLength: prepared.visibleLength }),
    ...(mail.html === null ? {} : { html: mail.html }),
    fromName: sender.name,
    fromAddress: sender.address,
    recipients: kinds.flatMap((kind) => mail[kind].map(({ address, name }) => ({ kind, address, name }))),
    files: prepared.files,
    source: { sha256: prepared.sha256, sizeBytes: prepared.sizeBytes },
    evidence: {
      rule: place.rule,
      score: place.score,
      idsSeen: place.idsSeen,
      ...(prepared.sender.verdict === 'none' ? {} : { senderCheck: prepared.sender }),
    },
    ...(line.queueId ? { queueId: line.queueId } : {}),
  };
}

/** Its own id, every ancestor it names (also those we never saw), and the number its answers may carry. */
export async function rememberMail(
  ctx: Ctx,
  line: MailLine,
  prepared: PreparedMail,
  received: { conversationId: string; number: number; entryId: string },
): Promise<void> {
  const { mail } = prepared;
  const ancestors = [...mail.references, ...mail.inReplyTo].map((id) => ({ id, origin: 'referenced' as const }));
  const own = mail.messageId ? [{ id: mail.messageId, origin: 'received' as const, entryId: received.entryId }] : [];
  const number = { id: numberWord(received.number), origin: 'number' as const };
  await rememberIds(ctx, { conversationId: received.conversationId, lineId: line.id }, [...ancestors, number, ...own]);
}

/** The ledger row of a mail, with what is known of it by now. */
export function ledgerEntry(
  id: string,
  prepared: PreparedMail,
  fate: Fate,
  why: string,
  more: { customerId?: string; conversationId?: string; entryId?: string; twinId?: string },
): LedgerEntry {
  const { mail, classified } = prepared;
  const list = listOf(mail);
  const twin = more.twinId ? [{ sign: 'the mail that came before', seen: more.twinId }] : [];
  return {
    id,
    lineId: prepared.lineId,
    door: prepared.door,
    arrivedAt: prepared.arrivedAt,
    sha256: prepared.sha256,
    sizeBytes: prepared.sizeBytes,
    messageId: mail.messageId,
    from: mail.from?.address ?? null,
    subject: mail.subject,
    fate,
    why,
    sender: prepared.sender,
    ...(list ? { list } : {}),
    isSettled: prepared.isPast,
    people: [...mail.to, ...mail.cc, ...mail.replyTo].map((one) => one.address.toLowerCase()),
    signs: [
      ...classified.evidence,
      ...mail.troubles.map((trouble) => ({ sign: 'mended while reading', seen: trouble })),
      ...twin,
    ],
    ...(more.customerId ? { customerId: more.customerId } : {}),
    ...(more.conversationId ? { conversationId: more.conversationId } : {}),
    ...(more.entryId ? { entryId: more.entryId } : {}),
  };
}

/** The time of a mail as it counts: what is told of the future happened now. */
export function earlier(a: Date, b: Date): Date {
  return a < b ? a : b;
}
