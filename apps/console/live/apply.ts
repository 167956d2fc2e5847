import type { InfiniteData, QueryClient, QueryKey } from '@tanstack/react-query';
import type { SessionView } from '#domains/identity/contract';
import type { ChangedMessage, HeadMessage } from '#platform/live-client';
import type { Page } from '#platform/contract';
import { type LivePiece, viewKey } from '#platform/ui';
import { belongsIn, type ListQuery } from '../inbox/lists.ts';
import type { ConversationRowView, ConversationView } from '../inbox/views.ts';
import { afterFirst, fetchAgain } from './fetch-again.ts';
import {
  getConversation,
  listBoxes,
  listConversations,
  listEntries,
  listNotices,
  listPresence,
  readMyCall,
  readSession,
} from '../routes.ts';

export type Rows = InfiniteData<Page<ConversationRowView> & { readonly head?: string | null }, unknown>;

/** What the domains' own pages show of their topics. */
type Pieces = readonly LivePiece[];

/** Takes over a change where it is newer than what the cache holds; an older one is nothing. */
export function applyChanged(client: QueryClient, message: ChangedMessage, pieces: Pieces): void {
  for (const path of pathsOf(pieces, message.topic)) fetchAgain(client, [path]);
  if (message.topic === 'conversation') {
    if ('gone' in message) {
      dropRow(client, message.id);
      // what told of it is not there any more either
      fetchAgain(client, [listNotices.path]);
    } else applyRow(client, message.view as ConversationRowView);
  }
  if (message.topic === 'call') fetchAgain(client, [readMyCall.path]);
  if (message.topic === 'notice') fetchAgain(client, [listNotices.path]);
  if (message.topic === 'presence') fetchAgain(client, [listPresence.path]);
}

/** A head that the cache has not seen shows that something was missed: it is fetched. */
export function applyHead(client: QueryClient, { room, head }: HeadMessage, pieces: Pieces): void {
  const [topic = '', first, second] = room.split(':');
  const own = pathsOf(pieces, topic);
  if (own.length > 0) return takeHead(client, own, room, head);
  if (topic === 'notice') return takeHead(client, [listNotices.path], room, head);
  if (topic === 'call' || topic === 'presence')
    return takeHead(client, [topic === 'call' ? readMyCall.path : listPresence.path], room, head);
  if (second === undefined && first !== 'all') {
    const open = client.getQueryData<ConversationView>(viewKey(getConversation, { params: { id: first } }));
    if (open !== undefined && head !== null && Number(head) > open.version) refetchConversation(client, first ?? '');
    return undefined;
  }
  if (head !== null && !isSeen(client, head)) fetchAgain(client, [listConversations.path]);
  return undefined;
}

/** Newest version of each row that the socket told us; forgotten all at once when it grows, which costs one fetch. */
const told = new Map<string, number>();
const mostTold = 2000;

/** The head of a list is `<id>:<version>` of its newest change: told by the socket, or already in a list. */
function isSeen(client: QueryClient, head: string): boolean {
  const at = head.lastIndexOf(':');
  const id = head.slice(0, at);
  const version = Number(head.slice(at + 1));
  if ((told.get(id) ?? -1) >= version) return true;
  const lists = client.getQueriesData<Rows>({ queryKey: [listConversations.path] });
  return lists.some(([, data]) =>
    data?.pages.some((page) => page.head === head || page.rows.some((row) => row.id === id && row.version >= version)),
  );
}

const heads = new Map<string, string | null>();

function takeHead(client: QueryClient, paths: readonly string[], room: string, head: string | null): void {
  // the first head comes when the room is joined: what is shown was fetched before that, and may have missed a change
  const isNews = heads.get(room) !== head;
  heads.set(room, head);
  if (isNews) for (const path of paths) fetchAgain(client, [path]);
}

function pathsOf(pieces: Pieces, topic: string): readonly string[] {
  return pieces.flatMap((piece) => (piece.topic === topic ? piece.paths : []));
}

/** Fetches again what rooms feed: the connection was away, or rights changed. */
export function refetchRooms(client: QueryClient, rooms: readonly string[], pieces: Pieces): void {
  const topics = new Set(rooms.map((room) => room.split(':')[0]));
  const paths: readonly string[] = [
    ...(topics.has('conversation')
      ? [listConversations.path, listBoxes.path, getConversation.path, listEntries.path]
      : []),
    ...(topics.has('call') ? [readMyCall.path] : []),
    ...(topics.has('notice') ? [listNotices.path] : []),
    ...(topics.has('presence') ? [listPresence.path] : []),
    ...[...topics].flatMap((topic) => pathsOf(pieces, topic ?? '')),
  ];
  for (const path of paths) fetchAgain(client, [path]);
}

/** A conversation's row changed: in the lists at once, and, if it is open, its spine is fetched. */
function applyRow(client: QueryClient, row: ConversationRowView): void {
  if (told.size > mostTold) told.clear();
  told.set(row.id, row.version);
  const myId = client.getQueryData<SessionView>(viewKey(readSession, {}))?.me?.teammate.id ?? '';
  for (const [queryKey, data] of client.getQueriesData<Rows>({ queryKey: [listConversations.path] })) {
    if (data === undefined) continue;
    const belongs = belongsIn(row, queryOf(queryKey), myId);
    if (belongs !== 'ask') putRow(client, queryKey, row, belongs);
  }
  afterFirst(client, [listConversations.path]);
  void import('./ask-rows.ts').then(({ askRows }) => askRows(client, row.id)).catch(() => undefined);
  const open = client.getQueryData<ConversationView>(viewKey(getConversation, { params: { id: row.id } }));
  if (open === undefined) {
    afterFirst(client, viewKey(getConversation, { params: { id: row.id } }));
    afterFirst(client, spineOf(row.id));
  } else if (row.version > open.version) refetchConversation(client, row.id);
  fetchAgain(client, [listBoxes.path]);
}

/** Puts a row where it belongs in one list, or takes it out; a place that only the server knows is fetched. */
export function putRow(client: QueryClient, queryKey: QueryKey, row: ConversationRowView, belongs: boolean): void {
  const data = client.getQueryData<Rows>(queryKey);
  const next = data && placeRow(data, row, belongs);
  if (next === 'elsewhere') fetchAgain(client, queryKey);
  else client.setQueryData(queryKey, next);
}

/** The list with a newer row in its place, or without it; `elsewhere` when the row is new here and its place is the server's to say. */
export function placeRow(data: Rows, row: ConversationRowView, belongs: boolean): Rows | 'elsewhere' {
  const pageAt = data.pages.findIndex((page) => page.rows.some((one) => one.id === row.id));
  const page = data.pages[pageAt];
  if (page === undefined) return belongs ? 'elsewhere' : data;
  const at = page.rows.findIndex((one) => one.id === row.id);
  const old = page.rows[at];
  if (old === undefined || old.version > row.version) return data;
  // What stands beside a row comes from elsewhere and is not told by this change.
  const rows = belongs
    ? page.rows.with(at, { ...row, ...(old.beside ? { beside: old.beside } : {}) })
    : page.rows.toSpliced(at, 1);
  return { ...data, pages: data.pages.with(pageAt, { ...page, rows }) };
}

/** Reading is personal: no event tells of it, so the lists are set here, with the server's word in hand. */
export function showRead(client: QueryClient, id: string, unread: boolean): void {
  client.setQueriesData<Rows>(
    { queryKey: [listConversations.path] },
    (data) =>
      data && {
        ...data,
        pages: data.pages.map((page) => ({
          ...page,
          rows: page.rows.map((row) => (row.id === id && row.unread !== unread ? { ...row, unread } : row)),
        })),
      },
  );
}

function dropRow(client: QueryClient, id: string): void {
  client.setQueriesData<Rows>(
    { queryKey: [listConversations.path] },
    (data) =>
      data && {
        ...data,
        pages: data.pages.map((page) => ({ ...page, rows: page.rows.filter((row) => row.id !== id) })),
      },
  );
  client.removeQueries({ queryKey: spineOf(id) });
  fetchAgain(client, viewKey(getConversation, { params: { id } }));
}

function refetchConversation(client: QueryClient, id: string): void {
  fetchAgain(client, viewKey(getConversation, { params: { id } }));
  fetchAgain(client, spineOf(id));
}

function queryOf(key: QueryKey): ListQuery {
  return (key[2] ?? {}) as ListQuery;
}

/** Every page of a conversation's spine. */
function spineOf(id: string): QueryKey {
  return viewKey(listEntries, { params: { id } }).slice(0, 2);
}
