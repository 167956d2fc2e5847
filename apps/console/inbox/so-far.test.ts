import { expect, test } from 'vitest';
import { sayer } from '#platform/ui';
import { panelWords } from './panel-words.ts';
import { factsOf, journeyOf, statsOf } from './so-far.ts';
import type { ConversationRowView, ConversationView } from './views.ts';

const t = sayer(panelWords);
const now = Date.parse('2026-11-18T10:38:00Z');
const promise = { id: 'p', madeBy: 'me', madeAt: '2026-11-17T08:00:00Z', words: 'I write', keptAt: null };

function aConversation(given: Partial<ConversationView> = {}): ConversationView {
  const plain = {
    id: 'this',
    openedAt: '2026-11-16T21:14:00Z',
    closedAt: null,
    contactCount: 3,
    reopenedCount: 0,
    waitingSince: null,
    snoozedUntil: null,
    dueAt: null,
    promises: [],
    status: { id: 's', category: 'open' },
  };
  return { ...plain, ...given } as unknown as ConversationView;
}

function rows(...given: readonly { id: string; openedAt: string; closedAt: string | null }[]) {
  return given as unknown as readonly ConversationRowView[];
}

const before = {
  isPart: false,
  rows: rows(
    { id: 'later', openedAt: '2026-11-17T09:00:00Z', closedAt: null },
    { id: 'this', openedAt: '2026-11-16T21:14:00Z', closedAt: null },
    { id: 'stove', openedAt: '2026-09-02T09:00:00Z', closedAt: '2026-09-03T09:00:00Z' },
    { id: 'jacket', openedAt: '2026-03-04T09:00:00Z', closedAt: '2026-03-09T09:00:00Z' },
  ),
};

test('the numbers are counted from what is there, and a list that goes on says so', () => {
  const promises = [
    { ...promise, dueAt: '2026-11-17T10:00:00Z', keptAt: '2026-11-17T09:00:00Z' },
    { ...promise, dueAt: '2026-11-17T12:00:00Z', keptAt: '2026-11-17T13:00:00Z' },
    { ...promise, dueAt: '2026-11-18T11:00:00Z' },
  ];
  const told = statsOf(aConversation({ promises }), before, now, t);
  expect(told.map(({ value, unit }) => `${value} ${unit}`)).toEqual(['3 contacts', '1 of 2', '4 matters']);
  expect(factsOf(aConversation({ promises }), now, t).at(-1)?.text).toBe('Promises: 1 open, 1 of 2 kept');
  const part = statsOf(aConversation({ contactCount: 1 }), { ...before, isPart: true }, now, t);
  expect(part.map(({ value, unit }) => `${value} ${unit}`)).toEqual(['1 contact', '0 fell due', '4+ matters']);
});

test('the journey goes from their first matter to what they can count on next', () => {
  const conversation = aConversation({ promises: [{ ...promise, dueAt: '2026-11-19T11:00:00Z' }] });
  const told = journeyOf(conversation, before, now, t);
  expect(told.map(({ title, state }) => `${title} ${state}`)).toEqual([
    'Began done',
    'Solved done',
    'Opened done',
    'Open now',
    'Promised next',
  ]);
});

test('what went wrong stands in it, and of a list that goes on no first matter is claimed', () => {
  const late = aConversation({ promises: [{ ...promise, dueAt: '2026-11-17T11:00:00Z' }] });
  const told = journeyOf(late, { ...before, isPart: true }, now, t);
  expect(told.map(({ title, state }) => `${title} ${state}`)).toEqual([
    'Solved done',
    'Opened done',
    'Late broke',
    'Open now',
  ]);
  const reopened = journeyOf(aConversation({ reopenedCount: 2 }), { isPart: false, rows: [] }, now, t);
  expect(reopened.map(({ title, when }) => `${title} ${when}`).slice(1)).toEqual(['Reopened 2 times', 'Open now']);
});

test('with an order the way begins where it was bought, and the third number is what they bought in all', () => {
  const order = { placedAt: '2026-11-04T09:12:00Z', deliveredAt: '2026-11-09T13:40:00Z' };
  const bought = { ...before, order, lifetime: '€2,340' };
  expect(statsOf(aConversation(), bought, now, t).at(-1)).toEqual({ title: 'Lifetime', value: '€2,340' });
  const titles = (given: Partial<ConversationView>) =>
    journeyOf(aConversation(given), bought, now, t).map(({ title }) => title);
  expect(titles({})).toEqual(['Bought', 'Got it', 'Opened', 'Open']);
  const late = { ...promise, dueAt: '2026-11-17T12:00:00Z' };
  const next = { ...promise, dueAt: '2026-11-19T12:00:00Z' };
  expect(titles({ promises: [late, next] })).toEqual(['Bought', 'Got it', 'Late', 'Open', 'Promised']);
});
