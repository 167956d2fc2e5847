import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { Page } from '#platform/contract';
import { type CallView, readMyCall, readPresence } from '../calls/views.ts';
import { type ConversationRowView, type ConversationView, type EntryView, listBoxes, listConversations, listEntries, readConversation } from '../inbox/views.ts';
import { putEntry } from './entries.ts';

/** One fact of a topic: the very view that HTTP returns, so the cache after it equals a fresh fetch. */
export type LiveChange =
  | { readonly kind: 'row'; readonly row: ConversationRowView }
  | { readonly kind: 'conversation'; readonly conversation: ConversationView }
  | { readonly kind: 'entry'; readonly conversationId: string; readonly entry: EntryView }
  | { readonly kind: 'boxes' }
  | { readonly kind: 'call'; readonly call: CallView | null };

type Rows = InfiniteData<Page<ConversationRowView>, string | undefined>;

/** Takes over a change where it is newer than what the cache holds; an older one is nothing. */
export function applyChange(client: QueryClient, change: LiveChange): void {
  if (change.kind === 'row') return applyRow(client, change.row);
  if (change.kind === 'entry') return putEntry(client, change.conversationId, change.entry);
  if (change.kind === 'conversation') return applyConversation(client, change.conversation);
  if (change.kind === 'call') {
    client.setQueriesData({ queryKey: [readMyCall.path] }, { call: change.call });
    void client.invalidateQueries({ queryKey: [readPresence.path] });
    return undefined;
  }
  void client.invalidateQueries({ queryKey: [listBoxes.path] });
  return undefined;
}

/** Fetches again what a topic feeds, after a gap or a reconnect. */
export function refetchTopic(client: QueryClient, topic: string): void {
  const [name, id] = topic.split(':');
  const paths: readonly string[] = name === 'conversation' ? [readConversation.path, listEntries.path] : [listConversations.path, listBoxes.path, readMyCall.path, readPresence.path];
  void client.invalidateQueries({
    predicate: ({ queryKey }) => paths.includes(String(queryKey[0])) && (id === undefined || (queryKey[1] as { id?: string } | undefined)?.id === id),
  });
}

/** Replaces a row in each list that has it; whether it belongs to the others, the server knows. */
function applyRow(client: QueryClient, row: ConversationRowView): void {
  let isKnown = false;
  client.setQueriesData<Rows>({ queryKey: [listConversations.path] }, (data) => {
    if (data === undefined) return data;
    const [next, has] = replaceRow(data, row);
    isKnown ||= has;
    return next;
  });
  if (!isKnown) void client.invalidateQueries({ queryKey: [listConversations.path] });
  void client.invalidateQueries({ queryKey: [listBoxes.path] });
}

/** The lists with a newer row in its place, and whether the row is there at all. */
export function replaceRow(data: Rows, row: ConversationRowView): readonly [Rows, boolean] {
  let has = false;
  const pages = data.pages.map((page) => {
    const at = page.rows.findIndex((one) => one.id === row.id);
    const old = page.rows[at];
    if (old === undefined) return page;
    has = true;
    return old.version >= row.version ? page : { ...page, rows: page.rows.with(at, row) };
  });
  return [{ ...data, pages }, has];
}

function applyConversation(client: QueryClient, conversation: ConversationView): void {
  client.setQueriesData<ConversationView>({ queryKey: [readConversation.path, { id: conversation.id }] }, (old) =>
    old === undefined || old.version > conversation.version ? old : conversation,
  );
}
