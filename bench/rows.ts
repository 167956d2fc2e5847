import type { Copy, Value } from './copy.ts';
import type { Cast } from './make-workspace.ts';
import { type Random, uuidBytes, uuidText } from './random.ts';
import type { Customer, Matter, Moment } from './tell-history.ts';
import type { Words } from './words.ts';

/** The columns that the loader fills in each table; all others get their defaults. */
export const columnsOf = {
  customers: ['workspace_id', 'id', 'brand_id', 'name', 'first_seen_at', 'created_at'],
  identities: ['workspace_id', 'id', 'brand_id', 'customer_id', 'kind', 'value', 'value_normalised', 'first_seen_at'],
  conversations: [
    'workspace_id',
    'id',
    'number',
    'brand_id',
    'customer_id',
    'subject',
    'status_id',
    'status_category',
    'assignee_id',
    'team_id',
    'queue_id',
    'priority',
    'confidential_at',
    'opened_at',
    'solved_at',
    'closed_at',
    'closed_by',
    'snoozed_until',
    'waiting_since',
    'due_at',
    'due_kind',
    'customer_name',
    'last_entry_id',
    'last_entry_at',
    'last_entry_kind',
    'last_channel',
    'last_preview',
    'last_in_at',
    'last_out_at',
    'entry_count',
    'contact_count',
    'version',
    'last_entry_version',
    'changed_at',
  ],
  conversation_grants: ['workspace_id', 'conversation_id', 'teammate_id', 'given_at'],
  conversation_reads: ['workspace_id', 'teammate_id', 'conversation_id', 'seen_version', 'seen_at'],
  conversation_tags: ['workspace_id', 'conversation_id', 'tag_id', 'tagged_at'],
  participants: [
    'workspace_id',
    'id',
    'conversation_id',
    'customer_id',
    'identity_id',
    'address',
    'name',
    'role',
    'since',
  ],
  threads: ['workspace_id', 'id', 'conversation_id', 'line_id', 'opened_at'],
  contacts: [
    'workspace_id',
    'id',
    'conversation_id',
    'brand_id',
    'customer_id',
    'channel',
    'line_id',
    'direction',
    'started_at',
  ],
  entries: [
    'workspace_id',
    'id',
    'conversation_id',
    'thread_id',
    'contact_id',
    'kind',
    'visibility',
    'channel',
    'author_kind',
    'author_id',
    'occurred_at',
    'recorded_at',
    'at_version',
    'body_hash',
  ],
  entry_bodies: [
    'workspace_id',
    'entry_id',
    'subject',
    'text',
    'visible_length',
    'html',
    'language',
    'from_name',
    'from_address',
    'recipients',
  ],
  entry_sources: ['workspace_id', 'entry_id', 'sha256', 'size_bytes'],
  threading_evidence: ['workspace_id', 'entry_id', 'rule', 'score', 'ids_seen', 'decided_at'],
  message_files: ['workspace_id', 'id', 'entry_id', 'entry_kind', 'sha256', 'name', 'media_type', 'size_bytes'],
  files: ['workspace_id', 'sha256', 'size_bytes', 'ref_count', 'stored_at'],
  deliveries: [
    'workspace_id',
    'id',
    'conversation_id',
    'entry_id',
    'line_id',
    'channel',
    'recipient_kind',
    'recipient',
    'deliver_at',
    'claimed_at',
    'claimed_by',
    'attempts',
    'sent_at',
    'provider_id',
  ],
  mail_ids: ['workspace_id', 'id_hash', 'conversation_id', 'line_id', 'entry_id', 'origin', 'message_id', 'seen_at'],
  mail_ledger: [
    'workspace_id',
    'month',
    'id',
    'line_id',
    'door',
    'door_key',
    'arrived_at',
    'recorded_at',
    'sha256',
    'size_bytes',
    'message_id',
    'from_address',
    'subject',
    'fate',
    'why',
    'evidence',
    'customer_id',
    'conversation_id',
    'entry_id',
    'settled_at',
  ],
  mail_claims: ['workspace_id', 'line_id', 'door_key', 'ledger_id', 'claimed_at'],
  clocks: [
    'workspace_id',
    'id',
    'conversation_id',
    'kind',
    'policy_id',
    'calendar_id',
    'brand_id',
    'team_id',
    'target_seconds',
    'started_by',
    'started_at',
    'warn_at',
    'due_at',
    'met_at',
    'met_by',
    'met_by_teammate',
    'taken_seconds',
  ],
  events: [
    'workspace_id',
    'month',
    'id',
    'name',
    'version',
    'subject_id',
    'change_set_id',
    'actor_kind',
    'actor_id',
    'via',
    'occurred_at',
    'recorded_at',
    'body',
  ],
} as const;

export type Table = keyof typeof columnsOf;
export type Copies = Readonly<Record<Table, Copy>>;

/** What rows refer to and do not make. */
export interface Places {
  readonly cast: Cast;
  readonly statuses: Readonly<Record<string, Buffer>>;
  readonly tags: readonly Buffer[];
  readonly policyId: Buffer;
  readonly calendarId: Buffer;
  /** From when on mails have their ledger rows: those of a month give the size of a row as well as ten million do. */
  readonly ledgerFromMs: number;
}

const hourMs = 3_600_000;

/** Writes rows into the open COPYs. */
export function rowWriter(to: Copies, places: Places, random: Random, words: Words) {
  const ws = uuidBytes(places.cast.workspaceId);
  const brands = places.cast.brands.map((brand) => ({
    id: uuidBytes(brand.id),
    lineId: uuidBytes(brand.lineId),
    address: brand.lineAddress,
  }));
  const brandOf = (position: number) => {
    const brand = brands[position];
    if (!brand) throw new Error('A matter of no brand.');
    return brand;
  };
  const tell = (
    name: string,
    of: Matter,
    atMs: number,
    actor: ['customer' | 'teammate', Buffer],
    body: Readonly<Record<string, unknown>>,
  ): void => {
    const via = actor[0] === 'customer' ? 'channel' : 'console';
    to.events.row([
      ws,
      monthOf(atMs),
      random.idAt(atMs),
      name,
      1,
      of.id,
      random.idAt(atMs),
      actor[0],
      actor[1],
      via,
      atMs,
      atMs,
      JSON.stringify(body),
    ]);
  };
  const shared = { to, ws, places, random, words, brandOf, tell };
  return {
    customer(customer: Customer): void {
      const brand = brandOf(customer.brand).id;
      to.customers.row([ws, customer.id, brand, customer.name, customer.seenMs, customer.seenMs]);
      to.identities.row([
        ws,
        customer.identityId,
        brand,
        customer.id,
        'address',
        customer.address,
        customer.address,
        customer.seenMs,
      ]);
    },
    matter: (matter: Matter) => writeMatter(shared, matter),
    moment: (moment: Moment) => writeMoment(shared, moment),
  };
}

interface Shared {
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

function writeMatter({ to, ws, places, random, brandOf, tell }: Shared, matter: Matter): void {
  const { customer, moments, assignee } = matter;
  const brand = brandOf(matter.brand);
  const last = moments.at(-1);
  const lastMs = last?.atMs ?? matter.openedMs;
  const lastOf = (kind: Moment['kind']): number | null =>
    moments.findLast((moment) => moment.kind === kind)?.atMs ?? null;
  const version = moments.length + 1;
  const dueMs = matter.waitingMs === null ? null : matter.waitingMs + (4 + random.next() * 4) * hourMs;
  to.conversations.row([
    ws,
    matter.id,
    matter.number,
    brand.id,
    customer.id,
    matter.subject,
    places.statuses[matter.category] ?? null,
    matter.category,
    assignee,
    matter.teamId,
    matter.queueId,
    random.chance(0.1) ? 3 : 2,
    matter.isConfidential ? matter.openedMs : null,
    matter.openedMs,
    matter.closedMs,
    matter.closedMs,
    matter.closedMs ? matter.writer : null,
    matter.snoozedMs,
    matter.waitingMs,
    dueMs,
    dueMs === null ? null : 'next-reply',
    customer.name,
    last?.id ?? null,
    lastMs,
    last?.kind ?? null,
    'email',
    matter.lastText.slice(0, 200),
    lastOf('in'),
    lastOf('out'),
    moments.length,
    moments.filter(({ kind }) => kind === 'in').length,
    version,
    version,
    lastMs,
  ]);
  to.threads.row([ws, matter.threadId, matter.id, brand.lineId, matter.openedMs]);
  to.participants.row([
    ws,
    random.idAt(matter.openedMs),
    matter.id,
    customer.id,
    customer.identityId,
    customer.address,
    customer.name,
    'requester',
    matter.openedMs,
  ]);
  if (matter.isConfidential) to.conversation_grants.row([ws, matter.id, matter.writer, matter.openedMs]);
  if (moments.some(({ kind }) => kind === 'out'))
    to.conversation_reads.row([ws, matter.writer, matter.id, version - (random.chance(0.3) ? 1 : 0), lastMs]);
  if (random.chance(0.4)) to.conversation_tags.row([ws, matter.id, random.pick(places.tags), matter.openedMs]);
  to.mail_ids.row([ws, random.bytes(16), matter.id, brand.lineId, null, 'number', null, matter.openedMs]);
  writeClocks(to, ws, places, random, brand.id, matter, dueMs);
  tell('conversation.opened', matter, matter.openedMs, ['customer', customer.id], {
    brandId: uuidText(brand.id),
    customerId: uuidText(customer.id),
    lineId: uuidText(brand.lineId),
    channel: 'email',
    queueId: uuidText(matter.queueId),
    teamId: uuidText(matter.teamId),
    direction: 'in',
  });
  if (matter.closedMs)
    tell('conversation.closed', matter, matter.closedMs, ['teammate', matter.writer], { how: 'answered', first: true });
}

/** The first reply's clock, met by the first answer; and one that runs where somebody waits. */
function writeClocks(
  to: Copies,
  ws: Buffer,
  places: Places,
  random: Random,
  brandId: Buffer,
  matter: Matter,
  dueMs: number | null,
): void {
  const promise = 4 * hourMs;
  const write = (kind: string, startedBy: Buffer, startedMs: number, endMs: number, met: Moment | null): void => {
    const taken = met
      ? [met.atMs, met.id, matter.writer, Math.round((met.atMs - startedMs) / 1000)]
      : [null, null, null, null];
    to.clocks.row([
      ws,
      random.idAt(startedMs),
      matter.id,
      kind,
      places.policyId,
      places.calendarId,
      brandId,
      matter.teamId,
      promise / 1000,
      startedBy,
      startedMs,
      startedMs + (endMs - startedMs) * 0.75,
      endMs,
      ...taken,
    ]);
  };
  const answer = matter.moments.find(({ kind }) => kind === 'out');
  const [first] = matter.moments;
  if (answer && first) write('first-reply', first.id, first.atMs, first.atMs + promise, answer);
  const last = matter.moments.at(-1);
  if (dueMs !== null && last) write(answer ? 'next-reply' : 'first-reply', last.id, last.atMs, dueMs, null);
}

function writeMoment(shared: Shared, moment: Moment): void {
  const { to, ws, random, words } = shared;
  const { of: matter, atMs, kind } = moment;
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
  // most mails are short; a third carries a quoted rest
  const said = words.text(60 + -Math.log(1 - random.next()) * 180);
  const quotes = kind !== 'note' && moment.position > 0 && random.chance(0.35);
  const text = quotes ? `${said}\n\n> ${words.text(300).replaceAll('\n', '\n> ')}` : said;
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
    quotes ? said.length : null,
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
  { to, ws, places, random, tell }: Shared,
  { of: matter, id, atMs, position }: Moment,
  mail: { contactId: Buffer | null; messageId: string; brand: { id: Buffer; lineId: Buffer }; bytes: number },
): void {
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
  if (atMs < places.ledgerFromMs) return;
  const ledgerId = random.idAt(atMs);
  const key = `imap:1700000000:${Math.floor(atMs / 100)}-${matter.number}`;
  const evidence = JSON.stringify({ signs: [{ sign: rule, seen: messageId }], people: [matter.customer.address] });
  to.mail_ledger.row([
    ws,
    monthOf(atMs),
    ledgerId,
    brand.lineId,
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
    to.mail_claims.row([ws, brand.lineId, claim, ledgerId, atMs]);
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

function monthOf(ms: number): number {
  const at = new Date(ms);
  return Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), 1);
}
