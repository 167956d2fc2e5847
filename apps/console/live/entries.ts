import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { Page } from '#platform/contract';
import { type EntryView, listEntries } from '../inbox/views.ts';

type Entries = InfiniteData<Page<EntryView>, string | undefined>;

/** Puts an entry into its conversation's cached pages: in place of the one with its id, or as the newest. */
export function putEntry(client: QueryClient, conversationId: string, entry: EntryView): void {
  client.setQueriesData<Entries>({ queryKey: [listEntries.path, { id: conversationId }] }, (data) => data && withEntry(data, entry));
}

/** Takes an entry out again, when its sending was undone. */
export function dropEntry(client: QueryClient, conversationId: string, entryId: string): void {
  client.setQueriesData<Entries>(
    { queryKey: [listEntries.path, { id: conversationId }] },
    (data) => data && { ...data, pages: data.pages.map((page) => ({ ...page, rows: page.rows.filter((row) => row.id !== entryId) })) },
  );
}

/** Pages are newest first. An older version never replaces a newer one, so late answers and live changes commute. */
export function withEntry(data: Entries, entry: EntryView): Entries {
  for (const [index, page] of data.pages.entries()) {
    const at = page.rows.findIndex((row) => row.id === entry.id);
    const old = page.rows[at];
    if (old === undefined) continue;
    if (old.version > entry.version) return data;
    return { ...data, pages: data.pages.with(index, { ...page, rows: page.rows.with(at, entry) }) };
  }
  const [first, ...older] = data.pages;
  if (first === undefined) return data;
  const at = first.rows.findIndex((row) => row.occurredAt <= entry.occurredAt);
  const rows = at === -1 ? [...first.rows, entry] : first.rows.toSpliced(at, 0, entry);
  return { ...data, pages: [{ ...first, rows }, ...older] };
}
