import type { Cast } from './make-workspace.ts';
import { type Random, uuidBytes } from './random.ts';
import { entriesEach, type Size } from './sizes.ts';
import type { Words } from './words.ts';

/** A customer as the loader knows them. */
export interface Customer {
  readonly id: Buffer;
  readonly identityId: Buffer;
  readonly brand: number;
  readonly name: string;
  readonly address: string;
  readonly seenMs: number;
}

/** One line of a spine. */
export interface Moment {
  readonly id: Buffer;
  readonly atMs: number;
  readonly kind: 'in' | 'out' | 'note';
  readonly position: number;
  readonly of: Matter;
  /** All of it; what was said before, quoted, begins at `visible`. */
  readonly text: string;
  readonly visible: number | null;
}

/** One conversation with all that will be said in it. */
export interface Matter {
  readonly id: Buffer;
  readonly number: number;
  readonly threadId: Buffer;
  readonly customer: Customer;
  readonly subject: string;
  readonly brand: number;
  readonly queueId: Buffer;
  readonly teamId: Buffer;
  readonly assignee: Buffer | null;
  /** Who writes the answers, assigned or not. */
  readonly writer: Buffer;
  readonly openedMs: number;
  readonly moments: readonly Moment[];
  readonly category: 'open' | 'waiting' | 'on-hold' | 'closed';
  readonly closedMs: number | null;
  readonly waitingMs: number | null;
  readonly snoozedMs: number | null;
  readonly isConfidential: boolean;
  /** The last words, which the row of the list shows. */
  readonly lastText: string;
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** Most entries of one conversation. */
const momentLimit = 60;
const firstNumber = 1_001;

/** Customers: most of the first brand. */
export function makeCustomers(random: Random, words: Words, size: Size, fromMs: number): Customer[] {
  return Array.from({ length: size.customers }, (_, n) => {
    const seenMs = fromMs + (n / size.customers) * dayMs;
    const name = words.name();
    const address = `${name.toLowerCase().replace(' ', '.')}.${n}@customer.example`;
    return {
      id: random.idAt(seenMs),
      identityId: random.idAt(seenMs),
      brand: n % 7 === 6 ? 1 : 0,
      name,
      address,
      seenMs,
    };
  });
}

/** Everything that happened, as it happened: matters as they open, moments of all matters in the order of time. */
export function* tellHistory(
  parts: { random: Random; words: Words; size: Size; cast: Cast; customers: readonly Customer[] },
  time: { fromMs: number; nowMs: number },
): Generator<{ matters: readonly Matter[]; moments: readonly Moment[] }> {
  const { size } = parts;
  const days = Math.ceil((time.nowMs - time.fromMs) / dayMs);
  const ahead = new Map<number, Moment[]>();
  const makeMatter = matterMaker(parts, time);
  let made = 0;
  for (let day = 0; day < days; day += 1) {
    const until = Math.round(((day + 1) / days) * size.conversations);
    const opened = Array.from({ length: until - made }, () => time.fromMs + (day + parts.random.next()) * dayMs)
      .filter((at) => at < time.nowMs)
      .sort((a, b) => a - b);
    const matters = opened.map((at, n) => makeMatter(at, firstNumber + made + n));
    made += opened.length;
    for (const moment of matters.flatMap(({ moments }) => moments)) {
      const on = Math.floor((moment.atMs - time.fromMs) / dayMs);
      const waiting = ahead.get(on);
      if (waiting) waiting.push(moment);
      else ahead.set(on, [moment]);
    }
    const moments = (ahead.get(day) ?? []).sort((a, b) => a.atMs - b.atMs);
    ahead.delete(day);
    yield { matters, moments };
  }
}

function matterMaker(
  { random, words, size, cast, customers }: Parameters<typeof tellHistory>[0],
  { fromMs, nowMs }: { fromMs: number; nowMs: number },
): (openedMs: number, number: number) => Matter {
  const brands = cast.brands.map((brand) =>
    brand.queues.map(({ id, teamId }) => ({
      id: uuidBytes(id),
      teamId: uuidBytes(teamId),
      people: peopleOf(cast, teamId),
    })),
  );
  return (openedMs, number) => {
    // a few customers write very often, most once or twice
    const customer = customers[Math.floor(customers.length * random.next() ** 1.5)];
    if (!customer) throw new Error('A bench without customers.');
    const queue = random.pick(brands[customer.brand] ?? []);
    const age = (nowMs - openedMs) / (nowMs - fromMs);
    // what is open is mostly young
    const staysOpen = random.chance(size.openShare * 4 * (1 - age) ** 3);
    const planned = plan(random, openedMs);
    const happened = planned.filter(({ atMs }) => atMs < nowMs);
    const isOpen = staysOpen || happened.length < planned.length;
    const last = happened.at(-1);
    const lastMs = last?.atMs ?? openedMs;
    const category = categoryOf(random, isOpen, last?.kind ?? 'in');
    const isAssigned = random.chance(isOpen ? 0.6 : 0.95);
    const writer = random.pick(queue.people);
    const moments: Moment[] = [];
    const matter: Matter = {
      id: random.idAt(openedMs),
      number,
      threadId: random.idAt(openedMs),
      customer,
      subject: words.subject(),
      brand: customer.brand,
      queueId: queue.id,
      teamId: queue.teamId,
      assignee: isAssigned ? writer : null,
      writer,
      openedMs,
      moments,
      category,
      closedMs: category === 'closed' ? Math.min(nowMs, lastMs + hourMs) : null,
      waitingMs: category === 'open' && last?.kind === 'in' ? lastMs : null,
      snoozedMs: category === 'open' && isAssigned && random.chance(0.03) ? nowMs + random.next() * 7 * dayMs : null,
      isConfidential: random.chance(0.002),
      lastText: words.sentence(),
    };
    for (const [position, { atMs, kind }] of happened.entries())
      moments.push({ id: random.idAt(atMs), atMs, kind, position, of: matter, ...said(random, words, kind, position) });
    return matter;
  };
}

/** Most mails are short; a third carries a quoted rest. */
function said(random: Random, words: Words, kind: Moment['kind'], position: number): Pick<Moment, 'text' | 'visible'> {
  const text = words.text(60 + -Math.log(1 - random.next()) * 180);
  const quotes = kind !== 'note' && position > 0 && random.chance(0.35);
  if (!quotes) return { text, visible: null };
  return { text: `${text}\n\n> ${words.text(300).replaceAll('\n', '\n> ')}`, visible: text.length };
}

function peopleOf(cast: Cast, teamId: string): readonly Buffer[] {
  return cast.agents.filter((agent) => agent.teamId === teamId).map(({ id }) => uuidBytes(id));
}

/** Who says something when: the customer first, then answers, further questions and notes, some hours apart. */
function plan(random: Random, openedMs: number): { atMs: number; kind: Moment['kind'] }[] {
  const count = Math.min(momentLimit, 1 + Math.floor(-Math.log(1 - random.next()) * (entriesEach - 0.5)));
  const planned: { atMs: number; kind: Moment['kind'] }[] = [{ atMs: openedMs, kind: 'in' }];
  let atMs = openedMs;
  let spoke: 'in' | 'out' = 'in';
  while (planned.length < count) {
    atMs += Math.min(4 * dayMs, -Math.log(1 - random.next()) * 10 * hourMs) + 1_000;
    const drawn = random.next();
    const answers: 'in' | 'out' = spoke === 'in' ? 'out' : 'in';
    if (drawn >= 0.1 && drawn < 0.85) spoke = answers;
    const kind: Moment['kind'] = drawn < 0.1 ? 'note' : spoke;
    planned.push({ atMs, kind });
  }
  return planned;
}

function categoryOf(random: Random, isOpen: boolean, lastKind: Moment['kind']): Matter['category'] {
  if (!isOpen) return 'closed';
  if (random.chance(0.05)) return 'on-hold';
  return lastKind === 'out' && random.chance(0.4) ? 'waiting' : 'open';
}
