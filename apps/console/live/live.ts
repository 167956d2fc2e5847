import type { QueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { type ChangedMessage, type LiveConnection, type LiveState, openLive, type Person } from '#platform/live-client';
import type { LivePiece } from '#platform/ui';
import { readSession } from '../routes.ts';
import { applyChanged, applyHead, refetchRooms } from './apply.ts';

let state: LiveState = 'connecting';
let connection: LiveConnection | undefined;
const users = new Map<string, number>();
const people = new Map<string, readonly Person[]>();
const listeners = new Set<() => void>();

/** Connected, or not; for the bar that says so. */
export function useLiveState(): LiveState {
  return useSyncExternalStore(subscribe, () => state);
}

/** Follows rooms while mounted, e.g. `conversation:<id>`; several on one screen may follow the same. */
export function useRooms(rooms: readonly string[]): void {
  const key = rooms.join(' ');
  useEffect(() => {
    const wanted = key === '' ? [] : key.split(' ');
    for (const room of wanted) {
      users.set(room, (users.get(room) ?? 0) + 1);
      if (users.get(room) === 1) void connection?.join(room);
    }
    return () => {
      for (const room of wanted) {
        const left = (users.get(room) ?? 1) - 1;
        if (left > 0) users.set(room, left);
        else {
          users.delete(room);
          connection?.leave(room);
        }
      }
    };
  }, [key]);
}

const nobody: readonly Person[] = [];

/** Who else views or writes in a room (R18). */
export function usePeople(room: string): readonly Person[] {
  return useSyncExternalStore(subscribe, () => people.get(room) ?? nobody);
}

/** Says that I view or write here, while mounted and while the tab is in sight. */
export function usePresenceIn(room: string, kind: 'viewing' | 'writing'): void {
  const [isVisible, setVisible] = useState(document.visibilityState === 'visible');
  useEffect(() => {
    const onChange = (): void => setVisible(document.visibilityState === 'visible');
    document.addEventListener('visibilitychange', onChange);
    return () => document.removeEventListener('visibilitychange', onChange);
  }, []);
  const live = useLiveState();
  const isHere = isVisible && live === 'live';
  useEffect(() => {
    if (isHere) connection?.signal(room, kind);
  }, [room, kind, isHere]);
  // Only leaving ends it: from viewing to writing nobody is gone in between.
  useEffect(() => {
    if (!isHere) return undefined;
    return () => connection?.signal(room, null);
  }, [room, isHere]);
}

const hearers = new Set<(message: ChangedMessage) => void>();

/** Hears each change before it is in the cache, e.g. to say what is new in it. */
export function hearChanges(hearer: (message: ChangedMessage) => void): () => void {
  hearers.add(hearer);
  return () => hearers.delete(hearer);
}

/** Opens the connection once the console has painted; its library is loaded then and not before. */
export async function goLive(client: QueryClient, pieces: readonly LivePiece[]): Promise<() => void> {
  const opened = await openLive({
    onChanged: (message) => {
      for (const hear of hearers) hear(message);
      applyChanged(client, message, pieces);
    },
    onHead: (message) => applyHead(client, message, pieces),
    onRefetch: (rooms) => refetchRooms(client, rooms, pieces),
    onState: (next) => {
      state = next;
      tell();
      // the session ended, here or from elsewhere: the shell asks who this is, and leads to the sign-in
      if (next === 'signed-out') void client.invalidateQueries({ queryKey: [readSession.path] });
    },
    onPeople: (message) => {
      // of rows in lists we hear without following each: who stopped is forgotten
      if (message.people.length > 0) people.set(message.room, message.people);
      else people.delete(message.room);
      tell();
    },
  });
  connection = opened;
  for (const room of users.keys()) void opened.join(room);
  return () => {
    opened.close();
    connection = undefined;
  };
}

function tell(): void {
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
