import { readyToOpen, receive, receivePast } from '#domains/conversations';
import { findCustomer, findOrMakeCustomer, type Found, noteUndeliverable, type Reached } from '#domains/customers';
import type { Ctx } from '#platform/ctx';
import { newId } from '#platform/database';
import type { MailAddress } from '#science/mail';
import { findPlace, placeApart, placeByPolicy, type Place } from './find-place.ts';
import { heldBack, lateMails, nothingLately } from './guard.ts';
import { earlier, ledgerEntry, type MailOutcome, messageOf, rememberMail } from './keep-mail.ts';
import { claim, writeLedger } from './ledger.ts';
import { addressesOf, type MailLine, mailLineById, openMailLines } from './mail-line.ts';
import { noteArrived, testOf } from './mail-tests.ts';
import { parkReason, underRule } from './park-reason.ts';
import type { PreparedMail } from './prepare-mail.ts';
import { threadBounce } from './receive-bounce.ts';
import { ruleFor } from './rule-for.ts';
import { bareAddress, isUsable, senderOf } from './sender.ts';
import { passes } from './steps.ts';
import { whyPast, whyPlaced } from './why-placed.ts';

/** Most people in copy who join a conversation by one mail, and the longest way to find a customer, in characters. */
const copiedLimit = 20;
const addressLimit = 320;

/**
 * A mail is taken in, all of it in one transaction: its name claimed, its row in the ledger, and the message in a
 * conversation, or the reason why not. Called twice for the same mail, the second time does nothing.
 */
export async function receiveMail(ctx: Ctx, prepared: PreparedMail): Promise<MailOutcome> {
  const ledgerId = newId();
  // asked in one moment: neither needs the other
  const [lines, claimed] = await Promise.all([
    linesAround(ctx, prepared.lineId),
    claim(ctx, {
      lineId: prepared.lineId,
      door: prepared.door.door,
      doorKey: prepared.door.key,
      sha256: prepared.sha256,
      messageId: prepared.mail.messageId,
      fingerprint: prepared.fingerprint,
      ledgerId,
    }),
  ]);
  const { line, ours } = lines;
  if (!line) throw new Error(`The line ${prepared.lineId} is gone.`);
  await passes('mail.claimed');
  if (claimed.is === 'ours') return { ledgerId: claimed.ledgerId, fate: null, conversationId: null };
  if (claimed.is === 'twin') {
    const why = 'The same mail came before, through another door or a second time.';
    await writeLedger(ctx, ledgerEntry(ledgerId, prepared, 'duplicate', why, { twinId: claimed.ledgerId }));
    return { ledgerId, fate: 'duplicate', conversationId: null };
  }
  const testId = prepared.classified.kind === 'loop' ? await testOf(ctx, line.id, prepared.mail) : null;
  if (testId !== null) return takeTest(ctx, line, prepared, ledgerId, testId);
  const from = prepared.mail.from?.address ?? null;
  const sender = senderOf(prepared.mail, ours);
  // asked in one moment, who wrote with the rest: all but what is parked needs it
  const [place, rule, lately, known] = await Promise.all([
    findPlace(ctx, line, prepared),
    ruleFor(ctx, line.id, prepared),
    prepared.isPast ? nothingLately : lateMails(ctx, line, from),
    sender && findCustomer(ctx, reachedBy(ctx, line, prepared, sender)),
  ]);
  if (prepared.classified.kind === 'bounce' && place.conversationId && place.aboutEntryId) {
    return threadBounce(ctx, line, prepared, ledgerId, {
      ...place,
      conversationId: place.conversationId,
      aboutEntryId: place.aboutEntryId,
    });
  }
  const isLetThrough = rule?.act === 'let-through';
  const braked = isLetThrough ? null : await heldBack(ctx, line, from, lately);
  const judged = parkReason(prepared, line.address, place.conversationId !== null, braked);
  const reason = underRule(judged, rule);
  if (reason !== null || !sender) {
    const { code, words } = reason ?? { code: 'nobody', words: 'It names nobody who could be answered.' };
    const entry = ledgerEntry(ledgerId, prepared, 'parked', words, {});
    await writeLedger(ctx, { ...entry, reason: code, places: place.places });
    return { ledgerId, fate: 'parked', conversationId: null };
  }
  const message = await placeMessage(ctx, line, ours, prepared, place, sender, known);
  const { fate } = message;
  const signs = isLetThrough ? [...message.signs, { sign: 'rule', seen: rule.words }] : message.signs;
  await writeLedger(ctx, { ...ledgerEntry(ledgerId, prepared, fate, message.why, message), signs });
  return { ledgerId, fate, conversationId: message.conversationId };
}

/** The line a mail came for, and the addresses of all; null where it is gone, one closed at this moment still gets its mail. */
async function linesAround(ctx: Ctx, lineId: string): Promise<{ line: MailLine | null; ours: ReadonlySet<string> }> {
  const open = await openMailLines(ctx);
  const line = open.find(({ id }) => id === lineId) ?? (await mailLineById(ctx, lineId));
  return { line, ours: addressesOf(open) };
}

/** A test of ours came back: that it is here is all it is for. */
async function takeTest(
  ctx: Ctx,
  line: MailLine,
  prepared: PreparedMail,
  ledgerId: string,
  testId: string,
): Promise<MailOutcome> {
  const why = 'A test of this line: it came back, as it should.';
  await writeLedger(ctx, { ...ledgerEntry(ledgerId, prepared, 'parked', why, {}), reason: 'test' });
  await noteArrived(ctx, testId, {
    ledgerId,
    arrivedAt: earlier(prepared.arrivedAt, ctx.now),
    mail: prepared.mail,
    domain: line.address.split('@')[1]?.toLowerCase() ?? '',
  });
  return { ledgerId, fate: 'parked', conversationId: null };
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
  known?: Found | null,
): Promise<PlacedMessage> {
  const isUnproven = prepared.sender.verdict === 'fail';
  const apart = isUnproven ? placeApart(found, prepared.sender.says) : found;
  const reached = reachedBy(ctx, line, prepared, sender);
  const [{ customerId, identityId, isUndeliverable }] = await Promise.all([
    findOrMakeCustomer(ctx, reached, known),
    apart.conversationId || prepared.isPast
      ? null
      : readyToOpen(ctx, { brandId: line.brandId, queueId: line.queueId, waits: true }),
  ]);
  if (isUndeliverable && identityId && !prepared.isPast) await noteUndeliverable(ctx, identityId, null);
  // what is over was a matter of its own, whatever the line joins today
  const place = prepared.isPast ? apart : await placeByPolicy(ctx, line, apart, customerId);
  const takeIn = prepared.isPast ? receivePast : receive;
  const received = await takeIn(ctx, {
    ...messageOf(prepared, line, place, sender, reached.at),
    customerId,
    identityId,
    copied: isUnproven ? [] : await copiedPeople(ctx, line, ours, prepared, sender, reached.at),
    automatic: false,
  });
  await rememberMail(ctx, line, prepared, received);
  return {
    fate: received.opened ? 'opened' : 'threaded',
    why: prepared.isPast ? whyPast(received.opened) : whyPlaced(place.rule, received.opened),
    signs: place.signs,
    customerId,
    conversationId: received.conversationId,
    number: received.number,
    entryId: received.entryId,
  };
}

/** As whom its sender reached us, and when. */
function reachedBy(ctx: Ctx, line: MailLine, prepared: PreparedMail, sender: MailAddress): Reached {
  const isUnproven = prepared.sender.verdict === 'fail';
  return {
    brandId: line.brandId,
    // somebody who writes in another's name is not that customer: what they write is kept apart from their record
    ...(isUnproven
      ? { kind: 'external' as const, value: `unproven:${sender.address.toLowerCase()}`.slice(0, addressLimit) }
      : { kind: 'address' as const, value: sender.address }),
    name: isUnproven ? sender.name || sender.address : sender.name,
    at: earlier(prepared.arrivedAt, ctx.now),
  };
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
