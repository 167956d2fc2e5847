import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { EntriesPage, EntryView } from '../inbox/views.ts';
import { listEntries } from '../routes.ts';

export type Entries = InfiniteData<EntriesPage, unknown>;

/** Puts an entry into its conversation's cached pages: in place of the one with its id, or as the newest. */
export function putEntry(client: QueryClient, conversationId: string, entry: EntryView): void {
  client.setQueriesData<Entries>(
    { queryKey: [listEntries.path, { id: conversationId }] },
    (data) => data && withEntry(data, entry),
  );
}

/** Takes an entry out again, when its sending was undone. */
export function dropEntry(client: QueryClient, conversationId: string, entryId: string): void {
  client.setQueriesData<Entries>(
    { queryKey: [listEntries.path, { id: conversationId }] },
    (data) =>
      data && {
        ...data,
        pages: data.pages.map((page) => ({ ...page, rows: page.rows.filter((row) => row.id !== entryId) })),
      },
  );
}

/** Newest page first, each page in the order it happened. What the server said is never replaced by what we only hope. */
export function withEntry(data: Entries, entry: EntryView): Entries {
  for (const [index, page] of data.pages.entries()) {
    const at = page.rows.findIndex((row) => row.id === entry.id);
    const old: EntryView | undefined = page.rows[at];
    if (old === undefined) continue;
    if (entry.local !== undefined && old.local === undefined) return data;
    return { ...data, pages: data.pages.with(index, { ...page, rows: page.rows.with(at, entry) }) };
  }
  const [newest, ...older] = data.pages;
  if (newest === undefined) return data;
  const after = newest.rows.findIndex((row) => row.occurredAt > entry.occurredAt);
  const rows = after === -1 ? [...newest.rows, entry] : newest.rows.toSpliced(after, 0, entry);
  return { ...data, pages: [{ ...newest, rows }, ...older] };
}
