import type { House, Tools } from '#platform/domain';
import type { Person } from '#platform/live-client';
import type { LiveServer, Reader } from './admit.ts';
import { ownRoom, roomKey, roomsOf, topicOf } from './rooms.ts';

/** What somebody does in one subject's room, for the lists that the subject stands in. */
export interface Doing {
  readonly workspaceId: string;
  readonly room: string;
  readonly people: readonly Person[];
}

/**
 * Tells the lists that somebody began or stopped to write in one of their rows, so that a list shows it without following
 * each row. Whoever may not see the row is not told that it exists.
 */
export async function tellLists(
  io: LiveServer,
  { house, tools }: { readonly house: House; readonly tools: Tools },
  { workspaceId, room, people }: Doing,
): Promise<void> {
  const topic = topicOf(house, room);
  const subjectId = room.slice(room.indexOf(':') + 1);
  if (!topic || subjectId.includes(':')) return;
  const row = (await tools.read({ workspaceId }, (ctx) => topic.load(ctx, [subjectId]))).get(subjectId);
  if (row === undefined) return;
  const own = ownRoom(topic.name, subjectId);
  const keys = roomsOf(topic, subjectId, row)
    .filter((list) => list !== own)
    .map((list) => roomKey(workspaceId, list));
  const ids = new Set(keys.flatMap((key) => [...(io.sockets.adapter.rooms.get(key) ?? [])]));
  for (const id of ids) {
    const reader = io.sockets.sockets.get(id) as Reader | undefined;
    if (reader && topic.view(reader.data.reader.actor, row) !== null) reader.emit('people', { room, people });
  }
}
