import { receive, markBounced, participantsOf } from '#domains/conversations';
import { findOrMakeCustomer } from '#domains/customers';
import type { Ctx } from '#platform/ctx';
import { newId } from '#platform/database';
import type { MailAddress } from '#science/mail';
import type { Fate } from './contract.ts';
import { findPlace, placeByPolicy, type Place } from './find-place.ts';
import { claim, type LedgerEntry, writeLedger } from './ledger.ts';
import { rememberIds, numberWord } from './mail-ids.ts';
import type { MailLine } from './mail-line.ts';
import { parkReason } from './park-reason.ts';
import type { PreparedMail } from './prepare-mail.ts';
import { bareAddress, isUsable, senderOf } from './sender.ts';

/** What became of a mail that stood at a door. */
export interface MailOutcome {
  readonly ledgerId: string;
  /** Null when this very mail was ours already: nothing was written. */
  readonly fate: Fate | null;
  readonly conversationId: string | null;
}

/** Most people in copy who join a conversation by one mail. */
const copiedLimit = 20;

/**
 * A mail is taken in, all of it in one transaction: its name claimed, its row in the ledger, and the message in a
 * conversation, or the reason why not. Called twice for the same mail, the second time does nothing.
 */
export async function receiveMail(
  ctx: Ctx,
  line: MailLine,
  ours: ReadonlySet<string>,
  prepared: PreparedMail,
): Promise<MailOutcome> {
  const ledgerId = newId();
  const claimed = await claim(ctx, {
    lineId: line.id,
    doorKey: prepared.door.key,
    fingerprint: prepared.fingerprint,
    ledgerId,
  });
  if (claimed.is === 'ours') return { ledgerId: claimed.ledgerId, fate: null, conversationId: null };
  if (claimed.is === 'twin') {
    const why = 'The same mail came before, through another door or a second time.';
    await writeLedger(ctx, ledgerEntry(ledgerId, prepared, 'duplicate', why, { twinId: claimed.ledgerId }));
    return { ledgerId, fate: 'duplicate', conversationId: null };
  }
  const place = await findPlace(ctx, line, prepared);
  if (prepared.classified.kind === 'bounce' && place.conversationId && place.aboutEntryId) {
    return threadBounce(ctx, line, prepared, ledgerId, {
      ...place,
      conversationId: place.conversationId,
      aboutEntryId: place.aboutEntryId,
    });
  }
  const sender = senderOf(prepared.mail, ours);
  const reason =
    parkReason(prepared, line.address, place.conversationId !== null) ??
    (sender ? null : 'It names nobody who could be answered.');
  if (reason !== null || !sender) {
    await writeLedger(ctx, ledgerEntry(ledgerId, prepared, 'parked', reason ?? '', {}));
    return { ledgerId, fate: 'parked', conversationId: null };
  }
  const message = await placeMessage(ctx, line, ours, prepared, place, sender);
  const { fate } = message;
  await writeLedger(ctx, { ...ledgerEntry(ledgerId, prepared, fate, message.why, message), signs: message.signs });
  return { ledgerId, fate, conversationId: message.conversationId };
}

/** What placing a message gave, for its ledger row. */
export interface PlacedMessage {
  readonly fate: 'opened' | 'threaded';
  readonly why: string;
  readonly signs: readonly { sign: string; seen: string }[];
  readonly customerId: string;
  readonly conversationId: string;
  readonly number: number;
  readonly entryId: string;
}

/** Puts a mail where it belongs as its sender's message, and remembers every id it named. */
export async function placeMessage(
  ctx: Ctx,
  line: MailLine,
  ours: ReadonlySet<string>,
  prepared: PreparedMail,
  found: Place,
  sender: MailAddress,
): Promise<PlacedMessage> {
  const occurredAt = earlier(prepared.arrivedAt, ctx.now);
  const { customerId, identityId } = await findOrMakeCustomer(ctx, {
    brandId: line.brandId,
    kind: 'address',
    value: sender.address,
    name: sender.name,
    at: occurredAt,
  });
  const place = await placeByPolicy(ctx, line, found, customerId);
  const received = await receive(ctx, {
    ...messageOf(prepared, line, place, sender, occurredAt),
    customerId,
    identityId,
    copied: await copiedPeople(ctx, line, ours, prepared, sender, occurredAt),
    automatic: false,
  });
  await rememberMail(ctx, line, prepared, received);
  return {
    fate: received.opened ? 'opened' : 'threaded',
    why: received.opened ? (whyOpened[place.rule] ?? 'It began a conversation.') : `It belongs here: ${place.rule}.`,
    signs: place.signs,
    customerId,
    conversationId: received.conversationId,
    number: received.number,
    entryId: received.entryId,
  };
}

const whyOpened: Readonly<Record<string, string>> = {
  forward: 'A forwarded mail begins a conversation of its own.',
  'not-a-participant': 'It names a conversation that its sender is not part of, so it began one of its own.',
  'nothing-known': 'Nothing it names is known here, so it began a conversation.',
};

/** A delivery report about a mail of ours joins that conversation, and the recipient's copy is marked. */
async function threadBounce(
  ctx: Ctx,
  line: MailLine,
  prepared: PreparedMail,
  ledgerId: string,
  place: Place & { conversationId: string; aboutEntryId: string },
): Promise<MailOutcome> {
  const { mail, classified } = prepared;
  const [taking] = (await participantsOf(ctx, [place.conversationId])).values();
  const [customerId] = taking?.customerIds ?? [];
  if (!customerId) throw new Error('A conversation without a customer cannot take a delivery report.');
  const occurredAt = earlier(prepared.arrivedAt, ctx.now);
  const sender = mail.from ?? { name: 'Mail delivery', address: `mailer-daemon@${line.address.split('@')[1] ?? ''}` };
  const received = await receive(ctx, {
    ...messageOf(prepared, line, place, sender, occurredAt),
    customerId,
    identityId: null,
    automatic: true,
  });
  await rememberMail(ctx, line, prepared, received);
  const { bounce } = classified;
  // a delay is news, not an end: the host goes on trying
  const isFinal =
    bounce?.action !== 'delayed' &&
    bounce?.action !== 'delivered' &&
    bounce?.action !== 'relayed' &&
    bounce?.action !== 'expanded';
  const failure = (bounce?.diagnostic ?? bounce?.status ?? 'The mail came back.').slice(0, 500);
  if (isFinal)
    await markBounced(ctx, {
      entryId: place.aboutEntryId,
      recipient: bounce?.recipient ?? null,
      failure,
      at: occurredAt,
    });
  const why = isFinal
    ? 'A delivery report: the mail of ours that it is about did not arrive.'
    : 'A delivery report about a mail of ours.';
  await writeLedger(
    ctx,
    ledgerEntry(ledgerId, prepared, 'threaded', why, {
      customerId,
      conversationId: received.conversationId,
      entryId: received.entryId,
    }),
  );
  return { ledgerId, fate: 'threaded', conversationId: received.conversationId };
}

function messageOf(prepared: PreparedMail, line: MailLine, place: Place, sender: MailAddress, occurredAt: Date) {
  const { mail } = prepared;
  const kinds = ['to', 'cc', 'bcc'] as const;
  return {
    entryId: newId(),
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
    evidence: { rule: place.rule, score: place.score, idsSeen: place.idsSeen },
    ...(line.queueId ? { queueId: line.queueId } : {}),
  };
}

/** Its own id, every ancestor it names (also those we never saw), and the number its answers may carry. */
async function rememberMail(
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

/** Those in copy take part from now on: a colleague who answers later is no stranger. */
async function copiedPeople(
  ctx: Ctx,
  line: MailLine,
  ours: ReadonlySet<string>,
  prepared: PreparedMail,
  sender: MailAddress,
  at: Date,
) {
  const seen = new Set([sender.address.toLowerCase()]);
  const copied = [];
  for (const person of [...prepared.mail.to, ...prepared.mail.cc]) {
    const address = person.address.toLowerCase();
    if (copied.length >= copiedLimit || seen.has(address) || ours.has(bareAddress(address)) || !isUsable(person))
      continue;
    seen.add(address);
    const { customerId, identityId } = await findOrMakeCustomer(ctx, {
      brandId: line.brandId,
      kind: 'address',
      value: person.address,
      name: person.name,
      at,
    });
    copied.push({ customerId, identityId, address, name: person.name });
  }
  return copied;
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

function earlier(a: Date, b: Date): Date {
  return a < b ? a : b;
}
