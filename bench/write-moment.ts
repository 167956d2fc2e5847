import type { Value } from './copy.ts';
import { type Random, uuidText } from './random.ts';
import type { Copies, Places } from './rows.ts';
import type { Matter, Moment } from './tell-history.ts';
import type { Words } from './words.ts';

/** What every row needs. */
export interface Shared {
  readonly to: Copies;
  readonly ws: Buffer;
  readonly places: Places;
  readonly random: Random;
  readonly words: Words;
  brandOf(position: number): { readonly id: Buffer; readonly lineId: Buffer; readonly address: string };
  tell(
    name: string,
    of: Matter,
    atMs: number,
    actor: ['customer' | 'teammate', Buffer],
    body: Readonly<Record<string, unknown>>,
  ): void;
}

/** One line of a spine with everything beside it. */
export function writeMoment(shared: Shared, moment: Moment): void {
  const { to, ws, random, words } = shared;
  const { of: matter, atMs, kind, text } = moment;
  const isIn = kind === 'in';
  const contactId = isIn ? random.idAt(atMs) : null;
  to.entries.row([
    ws,
    moment.id,
    matter.id,
    kind === 'note' ? null : matter.threadId,
    contactId,
    kind,
    kind === 'note' ? 'internal' : 'public',
    kind === 'note' ? null : 'email',
    isIn ? 'customer' : 'teammate',
    isIn ? matter.customer.id : matter.writer,
    atMs,
    atMs,
    moment.position + 2,
    random.bytes(32),
  ]);
  const html =
    kind !== 'note' && random.chance(0.03)
      ? `<div><p>${words.text(2_500).replaceAll('\n\n', '</p><p>')}</p></div>`
      : null;
  const brand = shared.brandOf(matter.brand);
  const address = isIn ? matter.customer.address : brand.address;
  const recipient = isIn ? brand.address : matter.customer.address;
  to.entry_bodies.row([
    ws,
    moment.id,
    isIn ? matter.subject : null,
    text,
    moment.visible,
    html,
    isIn ? 'en' : null,
    isIn ? matter.customer.name : 'Agent',
    address,
    kind === 'note' ? '[]' : JSON.stringify([{ kind: 'to', address: recipient, name: '' }]),
  ]);
  if (kind === 'note') return;
  const messageId = `<${random.bytes(9).toString('base64url')}.${matter.number}@${isIn ? 'customer' : 'line'}.example>`;
  to.mail_ids.row([
    ws,
    random.bytes(16),
    matter.id,
    brand.lineId,
    moment.id,
    isIn ? 'received' : 'minted',
    messageId,
    atMs,
  ]);
  if (isIn)
    writeReceived(shared, moment, { contactId, messageId, brand, bytes: text.length + (html?.length ?? 0) + 2_000 });
  else writeSent(shared, moment, brand.lineId, messageId);
}

function writeReceived(
  shared: Shared,
  moment: Moment,
  mail: { contactId: Buffer | null; messageId: string; brand: { id: Buffer; lineId: Buffer }; bytes: number },
): void {
  const { to, ws, places, random, tell } = shared;
  const { of: matter, id, atMs, position } = moment;
  const { contactId, messageId, brand, bytes } = mail;
  const sha256 = random.bytes(32).toString('hex');
  to.contacts.row([ws, contactId, matter.id, brand.id, matter.customer.id, 'email', brand.lineId, 'in', atMs]);
  to.entry_sources.row([ws, id, sha256, bytes]);
  to.files.row([ws, sha256, bytes, 1, atMs]);
  const rule = position === 0 ? 'nothing-known' : 'references';
  to.threading_evidence.row([
    ws,
    id,
    rule,
    position === 0 ? 0 : 95,
    JSON.stringify(position === 0 ? [] : [messageId]),
    atMs,
  ]);
  if (random.chance(0.1)) {
    const attached = random.bytes(32).toString('hex');
    to.message_files.row([ws, random.idAt(atMs), id, 'in', attached, 'photo.jpg', 'image/jpeg', 200_000]);
    to.files.row([ws, attached, 200_000, 1, atMs]);
  }
  if (position === 0)
    tell('message.received', matter, atMs, ['customer', matter.customer.id], {
      entryId: uuidText(id),
      contactId: contactId && uuidText(contactId),
      lineId: uuidText(brand.lineId),
      channel: 'email',
      customerId: uuidText(matter.customer.id),
      automatic: false,
    });
  if (atMs >= places.ledgerFromMs)
    writeLedger(shared, moment, { rule, sha256, messageId, lineId: brand.lineId, bytes });
}

/** What the door of mails keeps of it: its row in the ledger, and its two names. */
function writeLedger(
  { to, ws, random }: Shared,
  { of: matter, id, atMs, position }: Moment,
  mail: { rule: string; sha256: string; messageId: string; lineId: Buffer; bytes: number },
): void {
  const { rule, sha256, messageId, lineId, bytes } = mail;
  const ledgerId = random.idAt(atMs);
  const key = `imap:1700000000:${Math.floor(atMs / 100)}-${matter.number}`;
  const evidence = JSON.stringify({ signs: [{ sign: rule, seen: messageId }], people: [matter.customer.address] });
  to.mail_ledger.row([
    ws,
    monthOf(atMs),
    ledgerId,
    lineId,
    'imap',
    key,
    atMs,
    atMs,
    sha256,
    bytes,
    messageId,
    matter.customer.address,
    matter.subject,
    position === 0 ? 'opened' : 'threaded',
    `It belongs here: ${rule}.`,
    evidence,
    matter.customer.id,
    matter.id,
    id,
    atMs,
  ]);
  for (const claim of [key, `same:${random.bytes(32).toString('hex')}`])
    to.mail_claims.row([ws, lineId, claim, ledgerId, atMs]);
}

function writeSent(
  { to, ws, random, tell }: Shared,
  { of: matter, id, atMs }: Moment,
  lineId: Buffer,
  messageId: string,
): void {
  const sentMs = atMs + 10_000;
  const delivery: readonly Value[] = [
    ws,
    random.idAt(atMs),
    matter.id,
    id,
    lineId,
    'email',
    'to',
    matter.customer.address,
    sentMs,
    sentMs,
    'worker',
    1,
    sentMs,
    messageId,
  ];
  to.deliveries.row(delivery);
  if (matter.moments.find(({ kind }) => kind === 'out')?.id !== id) return;
  tell('reply.accepted', matter, atMs, ['teammate', matter.writer], {
    entryId: uuidText(id),
    lineId: uuidText(lineId),
    channel: 'email',
    deliverAt: new Date(sentMs).toISOString(),
    first: true,
  });
}

/** The first of a month, which partitions are cut by. */
export function monthOf(ms: number): number {
  const at = new Date(ms);
  return Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), 1);
}
