import { newId } from '#platform/database';
import type { Client } from './client.ts';
import type { Cast } from './make-workspace.ts';
import { searching, viewing } from './search-operations.ts';
import type { SearchSubjects } from './search-subjects.ts';
import type { Subjects } from './subjects.ts';

/** What is promised of an operation, in milliseconds. */
export interface Bar {
  readonly p50: number;
  readonly p95: number;
}

/** One thing that people do all day. `once` gets a number that rises, so that each time is about somebody else. */
export interface Operation {
  readonly name: string;
  readonly bar: Bar | null;
  readonly times: number;
  once(n: number): Promise<unknown>;
  /** What people did with the same one a moment before: done for all, unmeasured, so that pages are in memory. */
  before?(n: number): Promise<unknown>;
}

/** Somebody signed in. */
export interface Person {
  readonly client: Client;
  readonly teamId: string;
}

const listBar: Bar = { p50: 6, p95: 50 };
const openBar: Bar = { p50: 6, p95: 50 };
const replyBar: Bar = { p50: 10, p95: 60 };
const countersBar: Bar = { p50: 5, p95: 5 };

/** Everything that is measured over HTTP, with the agents (scope team) and the owner (scope all). */
export function operations(
  cast: Cast,
  subjects: Subjects,
  agents: readonly Person[],
  owner: Person,
  searched: SearchSubjects,
): readonly Operation[] {
  return [
    ...lists('agent', cast, subjects, agents),
    ...lists('owner', cast, subjects, [owner]),
    ...counters(agents, owner),
    ...viewing('agent', agents),
    ...viewing('owner', [owner]),
    ...searching('agent', searched, agents),
    ...searching('owner', searched, [owner]),
    ...opening(subjects, agents),
    ...answering(subjects, agents),
  ];
}

function lists(who: string, cast: Cast, subjects: Subjects, people: readonly Person[]): readonly Operation[] {
  const of = (name: string, path: (n: number, person: Person) => string): Operation => ({
    name: `${name} (${who})`,
    bar: listBar,
    times: 200,
    once: (n) => {
      const person = at(people, n);
      return person.client.get(`/api/conversations?${path(Math.floor(n / people.length), person)}`);
    },
  });
  const queueOf = (n: number, person: Person): string => {
    const own = subjects.queues.filter(({ teamId }) => who === 'owner' || teamId === person.teamId);
    return at(own, n).id;
  };
  return [
    of('my work, by promise', () => 'box=mine'),
    of('a queue, by promise', (n, person) => `box=queue&queueId=${queueOf(n, person)}`),
    of('a queue, newest', (n, person) => `box=queue&order=newest&queueId=${queueOf(n, person)}`),
    of('unassigned, by promise', () => 'box=unassigned'),
    of('all open, newest', () => 'box=all&order=newest'),
    of('all open, newest, from the middle', () => `box=all&order=newest&after=${subjects.middleOfOpen}`),
    of('all open, by promise', () => 'box=all'),
    of('all of a brand, newest', () => `box=all&order=newest&brandId=${cast.brands[0]?.id}`),
    of('snoozed', () => 'box=snoozed'),
    of('closed', () => 'box=closed'),
    of('closed, from the middle of history', () => `box=closed&after=${subjects.middleOfClosed}`),
    of('a customer', (n) => `box=customer&customerId=${at(subjects.customers, n)}`),
  ];
}

function counters(agents: readonly Person[], owner: Person): readonly Operation[] {
  return [
    {
      name: 'counters of the boxes (agent)',
      bar: countersBar,
      times: 200,
      once: (n) => at(agents, n).client.get('/api/boxes'),
    },
    { name: 'counters of the boxes (owner)', bar: countersBar, times: 200, once: () => owner.client.get('/api/boxes') },
  ];
}

/** Turn by turn another agent, and another conversation of their team. */
function ofTeam<T>(
  agents: readonly Person[],
  byTeam: ReadonlyMap<string, readonly T[]>,
  n: number,
): { person: Person; one: T } {
  const person = at(agents, n);
  return { person, one: at(byTeam.get(person.teamId) ?? [], Math.floor(n / agents.length)) };
}

function look({ client }: Person, id: string): Promise<unknown> {
  return Promise.all([client.get(`/api/conversations/${id}`), client.get(`/api/conversations/${id}/entries`)]);
}

/** The first of these reads what nobody read since the data were loaded, the others what it read: the same ones. */
function opening({ anyOf }: Subjects, agents: readonly Person[]): readonly Operation[] {
  const of = (
    name: string,
    bar: Bar | null,
    times: number,
    ask: (person: Person, id: string) => Promise<unknown>,
  ): Operation => ({
    name,
    bar,
    times,
    once(n) {
      const { person, one } = ofTeam(agents, anyOf, n);
      return ask(person, one);
    },
  });
  return [
    of('open: one that nobody looked at since the start', null, 400, look),
    of('open: conversation and entries at once', openBar, 400, look),
    of('the conversation alone', openBar, 200, ({ client }, id) => client.get(`/api/conversations/${id}`)),
    of('its entries alone', openBar, 200, ({ client }, id) => client.get(`/api/conversations/${id}/entries`)),
  ];
}

/** Replies, and as many taken back: the database is left nearly as it was found. */
function answering({ waitingOf }: Subjects, agents: readonly Person[]): readonly Operation[] {
  const replies: { person: Person; id: string }[] = [];
  return [
    {
      name: 'reply',
      bar: replyBar,
      times: 150,
      before(n) {
        const { person, one } = ofTeam(agents, waitingOf, n);
        return look(person, one.id);
      },
      async once(n) {
        const { person, one } = ofTeam(agents, waitingOf, n);
        const id = newId();
        const body = {
          id,
          text: 'Thank you for your patience: it left this morning.',
          lastSeenVersion: one.version,
          sendAnyway: true,
          undoWindowSeconds: 30,
        };
        await person.client.send('POST', `/api/conversations/${one.id}/messages`, body);
        replies.push({ person, id });
      },
    },
    {
      name: 'undo of a reply',
      bar: replyBar,
      times: 150,
      async once() {
        const last = replies.pop();
        if (!last) throw new Error('There is no reply left to undo.');
        await last.person.client.send('DELETE', `/api/messages/${last.id}/delivery`);
      },
    },
  ];
}

function at<T>(list: readonly T[], n: number): T {
  const found = list[n % list.length];
  if (found === undefined) throw new Error('The database of the bench has too little of what is asked for.');
  return found;
}
