import type { QueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import type { Socket } from 'socket.io-client';
import { applyChange, type LiveChange, refetchTopic } from './apply.ts';

/** `quiet` before the first connection: the page already has its views by HTTP then. */
export type LiveState = 'quiet' | 'live' | 'lost';

/** What the server publishes on a topic: position by position, and now and then its head. */
export interface LiveMessage {
  readonly topic: string;
  readonly position: number;
  readonly changes: readonly LiveChange[];
}

let state: LiveState = 'quiet';
let socket: Socket | undefined;
const topics = new Map<string, { users: number; position: number | undefined }>();
const listeners = new Set<() => void>();

/** Connected, or not; for the bar that says so. */
export function useLiveState(): LiveState {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => state,
  );
}

/** Follows a topic while mounted, e.g. `conversation:<id>` or `inbox`. */
export function useTopic(topic: string | undefined): void {
  useEffect(() => {
    if (topic === undefined) return undefined;
    const followed = topics.get(topic) ?? { users: 0, position: undefined };
    followed.users += 1;
    topics.set(topic, followed);
    socket?.emit('follow', [topic]);
    return () => {
      followed.users -= 1;
      if (followed.users > 0) return;
      topics.delete(topic);
      socket?.emit('leave', [topic]);
    };
  }, [topic]);
}

/** Opens the line once the console has painted; the library is loaded then and not before. */
export async function goLive(client: QueryClient): Promise<() => void> {
  const { io } = await import('socket.io-client');
  const line = io({ path: '/live', transports: ['websocket', 'polling'], withCredentials: true });
  socket = line;
  let wasLive = false;
  line.on('connect', () => {
    line.emit('follow', [...topics.keys()]);
    // What changed while away is unknown, so all in view is fetched again.
    if (wasLive) for (const topic of topics.keys()) refetchTopic(client, topic);
    wasLive = true;
    become('live');
  });
  line.on('disconnect', () => become('lost'));
  line.on('change', (message: LiveMessage) => take(client, message));
  line.on('heads', (heads: Readonly<Record<string, number>>) => {
    for (const [topic, head] of Object.entries(heads)) checkHead(client, topic, head);
  });
  return () => {
    line.close();
    socket = undefined;
  };
}

/** Applies a message; one that skips a position shows that something was missed. */
function take(client: QueryClient, message: LiveMessage): void {
  const followed = topics.get(message.topic);
  if (followed === undefined) return;
  const missed = followed.position !== undefined && message.position > followed.position + 1;
  followed.position = Math.max(followed.position ?? 0, message.position);
  for (const change of message.changes) applyChange(client, change);
  if (missed) refetchTopic(client, message.topic);
}

/** The server's head is further than what we have: the gap is fetched (a kill between commit and publish loses nothing). */
function checkHead(client: QueryClient, topic: string, head: number): void {
  const followed = topics.get(topic);
  if (followed === undefined) return;
  const isBehind = followed.position !== undefined && head > followed.position;
  followed.position = head;
  if (isBehind) refetchTopic(client, topic);
}

function become(next: LiveState): void {
  state = next;
  for (const listener of listeners) listener();
}
