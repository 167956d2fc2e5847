import type { Bar, Operation, Person } from './operations.ts';
import type { SearchSubjects } from './search-subjects.ts';

const wordBar: Bar = { p50: 8, p95: 40 };
const phraseBar: Bar = { p50: 400, p95: 400 };
const viewBar: Bar = { p50: 6, p95: 50 };
const viewCountBar: Bar = { p50: 50, p95: 50 };
const times = 100;

/** Searches as people type them, at the scope of a team and of all. */
export function searching(who: string, subjects: SearchSubjects, people: readonly Person[]): readonly Operation[] {
  const of = (name: string, bar: Bar, q: (n: number) => string): Operation => ({
    name: `search: ${name} (${who})`,
    bar,
    times,
    once: (n) => {
      const person = at(people, n);
      return person.client.get(`/api/search?q=${encodeURIComponent(q(Math.floor(n / people.length)))}`);
    },
  });
  const { common, any, rare, phrases, misspelt, names } = subjects;
  return [
    of('a common word', wordBar, (n) => at(common, n)),
    of('any word as often as it is written', wordBar, (n) => at(any, n)),
    of('a rare word', wordBar, (n) => at(rare, n)),
    of('a pair of common words', wordBar, (n) => `${at(common, n)} ${at(common, n * 7 + 3)}`),
    of('a pair of any words', wordBar, (n) => `${at(any, n)} ${at(any, n * 7 + 3)}`),
    of('a common and a rare word', wordBar, (n) => `${at(common, n)} ${at(rare, n)}`),
    of('a sender and a common word', wordBar, (n) => `from:${at(names, n)} ${at(common, n)}`),
    of('a phrase', phraseBar, (n) => `"${at(phrases, n)}"`),
    of('a word misspelt', phraseBar, (n) => at(misspelt, n)),
  ];
}

const views: Readonly<Record<string, { readonly order: string; readonly of: readonly unknown[] }>> = {
  'waiting longest': {
    order: 'waiting',
    of: [
      { field: 'status', op: 'is', values: ['open'] },
      { field: 'waiting-since', op: 'is-set' },
    ],
  },
  'urgent, or late': {
    order: 'due',
    of: [
      { field: 'status', op: 'is', values: ['open'] },
      {
        match: 'any',
        of: [
          { field: 'priority', op: 'is', values: [4] },
          { field: 'overdue', op: 'is', yes: true },
        ],
      },
    ],
  },
  'mine, unread': {
    order: 'newest',
    of: [
      { field: 'assignee', op: 'is', values: ['me'] },
      { field: 'unread', op: 'is', yes: true },
    ],
  },
  'high and unassigned': {
    order: 'due',
    of: [
      { field: 'priority', op: 'is', values: [3, 4] },
      { field: 'assignee', op: 'is', values: ['none'] },
      { field: 'status', op: 'is', values: ['open', 'waiting'] },
    ],
  },
  'closed and high, newest': {
    order: 'newest',
    of: [
      { field: 'status', op: 'is', values: ['closed'] },
      { field: 'priority', op: 'is', values: [3] },
    ],
  },
};

/** Views as somebody might save them, each as a list and as a count that nobody kept. */
export function viewing(who: string, people: readonly Person[]): readonly Operation[] {
  return Object.entries(views).flatMap(([name, { order, of }]): Operation[] => {
    const filter = encodeURIComponent(JSON.stringify({ match: 'all', of }));
    return [
      {
        name: `view: ${name} (${who})`,
        bar: viewBar,
        times,
        once: (n) => at(people, n).client.get(`/api/conversations?box=filter&order=${order}&filter=${filter}`),
      },
      {
        name: `count of a view: ${name} (${who})`,
        bar: viewCountBar,
        times: times / 2,
        once: (n) => at(people, n).client.get(`/api/filter-count?filter=${filter}`),
      },
    ];
  });
}

function at<T>(list: readonly T[], n: number): T {
  const found = list[n % list.length];
  if (found === undefined) throw new Error('The database of the bench has too little of what is asked for.');
  return found;
}
