import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { ask } from '#platform/ui';
import type { ListQuery } from '../inbox/lists.ts';
import { countFilter, countViews, listConversations, listQueueStates } from '../routes.ts';
import { fetchAgain } from './fetch-again.ts';
import { putRow, type Rows } from './apply.ts';

/** Changes are gathered so long before the server is asked, in milliseconds. */
const gatherMs = 200;
/** The numbers beside the views are asked for at most this often, in milliseconds. */
const countsMs = 3_000;
/** Most conversations of one question; what is beyond is fetched as a list. */
const mostAsked = 50;

const changed = new Set<string>();
let gathering = false;
let counting = false;

/**
 * A conversation changed: whether a filter holds it now is the server's to say, since only it knows tags, moments and who
 * may see what. One question a list for all that changed in a moment; a row that came or went then moves as in any list.
 */
export function askRows(client: QueryClient, id: string): void {
  changed.add(id);
  if (!gathering) {
    gathering = true;
    setTimeout(() => {
      gathering = false;
      const ids = [...changed];
      changed.clear();
      void askLists(client, ids);
    }, gatherMs);
  }
  if (!counting) {
    counting = true;
    setTimeout(() => {
      counting = false;
      for (const path of [countViews.path, countFilter.path, listQueueStates.path]) fetchAgain(client, [path]);
    }, countsMs);
  }
}

async function askLists(client: QueryClient, ids: readonly string[]): Promise<void> {
  const lists = client.getQueryCache().findAll({ queryKey: [listConversations.path] });
  for (const { queryKey, isActive } of lists.map((query) => ({
    queryKey: query.queryKey,
    isActive: query.isActive(),
  }))) {
    const query = (queryKey[2] ?? {}) as ListQuery;
    if (query.box !== 'filter') continue;
    // nobody looks at it, or too much changed at once: it is fetched whole when it is next in sight
    if (!isActive || ids.length > mostAsked) fetchAgain(client, queryKey);
    else await askList(client, queryKey, query, ids);
  }
}

async function askList(client: QueryClient, queryKey: QueryKey, query: ListQuery, ids: readonly string[]) {
  const data = client.getQueryData<Rows>(queryKey);
  if (data === undefined) return;
  try {
    const held = await ask(listConversations, { query: { ...query, only: ids.join(), limit: mostAsked } });
    const rows = new Map((held as Rows['pages'][number]).rows.map((row) => [row.id, row]));
    for (const id of ids) {
      const row = rows.get(id) ?? data.pages.flatMap((page) => page.rows).find((one) => one.id === id);
      if (row !== undefined) putRow(client, queryKey, row, rows.has(id));
    }
  } catch {
    // unreachable for the moment: what was missed is fetched when the connection is back
    fetchAgain(client, queryKey);
  }
}
