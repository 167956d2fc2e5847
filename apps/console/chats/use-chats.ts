import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useView } from '#platform/ui';
import { fetchAgain } from '../live/fetch-again.ts';
import { hearChanges, useRooms } from '../live/live.ts';
import { chatsAtHand } from '../notify/in-view.ts';
import { listLiveConversations, readMyChatLimit } from '../routes.ts';
import { useMe } from '../session/use-me.ts';

/** Most columns side by side. */
const mostColumns = 6;

/** My chats, who waits, what comes back; asked again whenever a live change may have moved one. */
export function useChats() {
  const client = useQueryClient();
  const lists = useView(listLiveConversations, {});
  const limit = useView(readMyChatLimit, {}).data?.limit ?? 3;
  const myId = useMe()?.teammate.id;
  useRooms(['chat-limit:workspace', ...(myId === undefined ? [] : [`chat-limit:${myId}`])]);
  useEffect(
    () =>
      hearChanges((message) => {
        if (message.topic === 'conversation') fetchAgain(client, [listLiveConversations.path]);
      }),
    [client],
  );
  return { lists, limit };
}

/**
 * Each chat keeps its column as long as it is at hand; one that ends leaves its column empty until the next is taken, so
 * that nothing moves under the hands.
 */
export function useColumns(ids: readonly string[] | undefined, count: number): readonly (string | null)[] {
  const [places, setPlaces] = useState<readonly (string | null)[]>([]);
  const next = ids === undefined ? places : placed(places, ids, count);
  const key = next.join();
  if (key !== places.join() || next.length !== places.length) setPlaces(next);
  useEffect(() => chatsAtHand(key.split(',').map((id) => (id === '' ? null : id))), [key]);
  return places;
}

/** Chats in their columns: those known keep theirs, new ones take the first free. */
export function placed(before: readonly (string | null)[], ids: readonly string[], count: number): (string | null)[] {
  const there = new Set(ids);
  const next = before.map((id) => (id !== null && there.has(id) ? id : null));
  for (const id of ids) {
    if (next.includes(id)) continue;
    const free = next.indexOf(null);
    if (free === -1) next.push(id);
    else next[free] = id;
  }
  while (next.length > count && next.at(-1) === null) next.pop();
  while (next.length < count) next.push(null);
  return next.slice(0, mostColumns);
}
