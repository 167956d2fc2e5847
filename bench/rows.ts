import type { Table } from './columns.ts';
import type { Copy } from './copy.ts';
import type { Cast } from './make-workspace.ts';
import { type Random, uuidBytes, uuidText } from './random.ts';
import type { Customer, Matter, Moment } from './tell-history.ts';
import type { Words } from './words.ts';
import { searchParts } from './search-row.ts';
import { monthOf, type Shared, writeMoment } from './write-moment.ts';

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
  const vocabulary = new Set<string>();
  return {
    customer: (customer: Customer) => writeCustomer(shared, customer),
    matter: (matter: Matter): void => {
      writeMatter(shared, matter);
      writeSearch(shared, matter, vocabulary);
    },
    moment: (moment: Moment) => writeMoment(shared, moment),
    /** What is known when all was written. */
    end(nowMs: number): void {
      for (const word of vocabulary) to.search_words.row([ws, word]);
      to.search_progress.row([ws, 1, nowMs]);
    },
  };
}

function writeCustomer({ to, ws, brandOf }: Shared, customer: Customer): void {
  const { id, identityId, name, address, seenMs } = customer;
  const brand = brandOf(customer.brand).id;
  to.customers.row([ws, id, brand, name, seenMs, seenMs]);
  to.identities.row([ws, identityId, brand, id, 'address', address, address, seenMs]);
}

/** The row of the list, with all that it says of its spine. */
function writeRow({ to, ws, places, random, brandOf }: Shared, matter: Matter, dueMs: number | null): void {
  const { customer, moments, assignee } = matter;
  const last = moments.at(-1);
  const lastMs = last?.atMs ?? matter.openedMs;
  const lastOf = (kind: Moment['kind']): number | null =>
    moments.findLast((moment) => moment.kind === kind)?.atMs ?? null;
  const version = moments.length + 1;
  to.conversations.row([
    ws,
    matter.id,
    matter.number,
    brandOf(matter.brand).id,
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
}

function writeMatter(shared: Shared, matter: Matter): void {
  const { to, ws, places, random, tell } = shared;
  const { customer, moments } = matter;
  const brand = shared.brandOf(matter.brand);
  const version = moments.length + 1;
  const dueMs = matter.waitingMs === null ? null : matter.waitingMs + (4 + random.next() * 4) * hourMs;
  writeRow(shared, matter, dueMs);
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
    to.conversation_reads.row([
      ws,
      matter.writer,
      matter.id,
      version - (random.chance(0.3) ? 1 : 0),
      moments.at(-1)?.atMs ?? matter.openedMs,
    ]);
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

/** As the search reads it: the public texts, and notes apart. */
function writeSearch({ to, ws, brandOf }: Shared, matter: Matter, vocabulary: Set<string>): void {
  const brand = brandOf(matter.brand);
  const { head, open, notes } = searchParts(matter, brand.address, vocabulary);
  const lastMs = matter.moments.at(-1)?.atMs ?? matter.openedMs;
  const scope = [lastMs, brand.id, matter.teamId, matter.assignee];
  to.search_parts.row([ws, matter.id, 0, false, ...scope, head, open]);
  if (notes) to.search_parts.row([ws, matter.id, 1_000, true, ...scope, '', notes]);
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
