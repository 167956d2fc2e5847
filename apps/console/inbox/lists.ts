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

const brandPrefix = 'brand-';
const filterPrefix = 'filter-';
const viewPrefix = 'view-';
const conditions = (...of: readonly object[]): string => JSON.stringify({ match: 'all', of });

/** Lists that are filters of our own: what a senior colleague starts with, where somebody asked for me, my drafts. */
export const filters: Readonly<Record<string, string>> = {
  escalations: conditions(
    { field: 'status', op: 'is', values: ['open'] },
    { field: 'priority', op: 'is', values: [3, 4] },
  ),
  mentions: conditions(
    { field: 'mentioned', op: 'is', yes: true },
    { field: 'status', op: 'is-not', values: ['closed'] },
  ),
  drafts: conditions({ field: 'drafted', op: 'is', yes: true }),
};

/**
 * What a list of the address asks the server for: `my-work`, `brand-<id>`, `queue-<id>`, `view-<id>`, `filter-<conditions>`; an unknown
 * one is my work. Undefined while the saved views are not here yet.
 */
export function queryOfView(view: string, saved: readonly SavedList[] | undefined = []): ListQuery | undefined {
  if (view.startsWith(queuePrefix)) return { box: 'queue', queueId: view.slice(queuePrefix.length) };
  if (view.startsWith(brandPrefix)) return { box: 'mine', brandId: view.slice(brandPrefix.length) };
  if (view.startsWith(filterPrefix)) return { box: 'filter', filter: readCode(view.slice(filterPrefix.length)) };
  if (view.startsWith(viewPrefix)) {
    const found = saved?.find(({ id }) => viewPrefix + id === view);
    if (found) return { box: 'filter', filter: JSON.stringify(found.filter), order: found.sort };
    return saved && { box: 'filter', filter: nothing };
  }
  const filter = filters[view];
  return filter === undefined ? { box: words[view] ?? 'mine' } : { box: 'filter', filter };
}

/** A view that is gone, or was never mine, holds nothing; my work under its name would be a lie. */
const nothing = conditions({ field: 'assignee', op: 'is', values: ['nobody-at-all'] });

/** What of a saved view a list needs. */
export interface SavedList {
  readonly id: string;
  readonly filter: unknown;
  readonly sort: NonNullable<ListQuery['order']>;
}

/** The address of my work for a brand. */
export function viewOfBrand(id: string): string {
  return brandPrefix + id;
}

/** The address of a saved view. */
export function viewOfSaved(id: string): string {
  return viewPrefix + id;
}

/** Conditions as they stand in an address: letters that no address changes. */
function readCode(code: string): string {
  try {
    const bytes = Uint8Array.from(atob(code.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0));
    return new TextDecoder().decode(bytes);
  } catch {
    return nothing;
  }
}

/** The address of a box. */
export function viewOfBox(box: BoxView): string {
  if (box.box === 'queue') return queuePrefix + box.id;
  return box.box === 'mine' ? 'my-work' : box.box;
}

/** Whether a row stands in a list, by the same rule as the server's; of a filter only the server knows. */
export function belongsIn(row: ConversationRowView, query: ListQuery, myId: string): boolean | 'ask' {
  if (query.box === 'filter') return 'ask';
  if (query.box === 'shared') return true;
  if (query.box === 'customer') return row.customer.id === query.customerId;
  if (query.brandId !== undefined && row.brandId !== query.brandId) return false;
  const isOpen = row.status.category === 'open' && row.snoozedUntil === null;
  if (query.box === 'unassigned') return isOpen && row.assigneeId === null;
  if (query.box === 'queue') return isOpen && row.queueId === query.queueId;
  if (query.box === 'snoozed') return row.snoozedUntil !== null && row.assigneeId === myId;
  if (query.box === 'closed') return row.status.category === 'closed';
  if (query.box === 'all') return row.status.category === 'open';
  return isOpen && row.assigneeId === myId;
}
