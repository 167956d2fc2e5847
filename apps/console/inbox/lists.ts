import type { listConversations } from '../routes.ts';
import type { AskOf } from '#platform/ui';
import type { BoxView, ConversationRowView } from './views.ts';

/** What a list is asked for. */
export type ListQuery = NonNullable<AskOf<typeof listConversations>['query']>;

const queuePrefix = 'queue-';
const words: Readonly<Record<string, ListQuery['box']>> = {
  'my-work': 'mine',
  unassigned: 'unassigned',
  snoozed: 'snoozed',
  closed: 'closed',
  all: 'all',
};

/** High and urgent ones that are open: what a senior colleague starts with, the soonest promise first. */
const escalated = JSON.stringify({
  match: 'all',
  of: [
    { field: 'status', op: 'is', values: ['open'] },
    { field: 'priority', op: 'is', values: [3, 4] },
  ],
});
const highPriority = 3;

/** What a list of the address asks the server for: `my-work`, `queue-<id>`, … An unknown one is my work. */
export function queryOfView(view: string): ListQuery {
  if (view.startsWith(queuePrefix)) return { box: 'queue', queueId: view.slice(queuePrefix.length) };
  if (view === 'escalations') return { box: 'filter', filter: escalated };
  return { box: words[view] ?? 'mine' };
}

/** The address of a box. */
export function viewOfBox(box: BoxView): string {
  if (box.box === 'queue') return queuePrefix + box.id;
  return box.box === 'mine' ? 'my-work' : box.box;
}

/** Whether a row stands in a list, by the same rule as the server's; the list shows at once what the socket says. */
export function belongsIn(row: ConversationRowView, query: ListQuery, myId: string): boolean {
  const isOpen = row.status.category === 'open' && row.snoozedUntil === null;
  if (query.box === 'filter' && query.filter === escalated) return isOpen && row.priority >= highPriority;
  if (query.box === 'unassigned') return isOpen && row.assigneeId === null;
  if (query.box === 'queue') return isOpen && row.queueId === query.queueId;
  if (query.box === 'snoozed') return row.snoozedUntil !== null && row.assigneeId === myId;
  if (query.box === 'closed') return row.status.category === 'closed';
  if (query.box === 'all') return row.status.category === 'open';
  return isOpen && row.assigneeId === myId;
}
