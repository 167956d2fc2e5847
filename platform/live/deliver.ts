import type { Topic } from '#platform/domain';
import { type Admission, leaveRoom, type LiveServer, type Reader } from './admit.ts';
import type { Change } from './publish.ts';
import { followersKey, ownRoom, roomKey, roomsOf } from './rooms.ts';

/** Rows shown last, so that we know which lists a row leaves and who saw it before. */
const rememberedRows = 5_000;
/** Most subjects one load asks for. */
const loadLimit = 200;

/** Makes the part that turns changes into what each reader of this process may see of them. */
export function createDelivery(io: LiveServer, admission: Admission): (changes: readonly Change[]) => Promise<void> {
  const { house, tools } = admission;
  const shown = new Map<string, unknown>();

  async function deliverTopic(workspaceId: string, topic: Topic, ids: readonly string[]): Promise<void> {
    if (!io.sockets.adapter.rooms.has(followersKey(workspaceId, topic.name))) {
      // Nobody looks: nothing is loaded, and what we remember of these is no longer the last.
      for (const id of ids) shown.delete(roomKey(workspaceId, ownRoom(topic.name, id)));
      return;
    }
    for (let from = 0; from < ids.length; from += loadLimit) {
      const part = ids.slice(from, from + loadLimit);
      const rows = await tools.read({ workspaceId }, (ctx) => topic.load(ctx, part));
      for (const id of part) await deliverRow(workspaceId, topic, id, rows.get(id) ?? null);
    }
  }

  async function deliverRow(workspaceId: string, topic: Topic, id: string, row: unknown): Promise<void> {
    const key = roomKey(workspaceId, ownRoom(topic.name, id));
    const before = shown.get(key);
    remember(key, row);
    const now = roomsOf(topic, id, row);
    const keys = new Set(
      [...now, ...(before == null ? [] : roomsOf(topic, id, before))].map((room) => roomKey(workspaceId, room)),
    );
    // Unknown where it was: it may have left any list of the topic.
    if (before === undefined) keys.add(followersKey(workspaceId, topic.name));

    const seen = new Map<string, { view: unknown; couldBefore: boolean }>();
    for (const reader of readersIn(io, keys)) {
      const { actor, print, rooms } = reader.data.reader;
      const sees = seen.get(print) ?? {
        view: row === null ? null : (topic.view(actor, row) ?? null),
        // One who saw it in neither state is not even told that it exists.
        couldBefore: before === undefined || (before !== null && (topic.view(actor, before) ?? null) !== null),
      };
      seen.set(print, sees);
      if (sees.view !== null) {
        const joined = now.filter((room) => rooms.has(room));
        reader.emit('changed', {
          topic: topic.name,
          id,
          version: versionOf(sees.view),
          view: sees.view,
          rooms: joined,
        });
        continue;
      }
      if (sees.couldBefore) reader.emit('changed', { topic: topic.name, id, gone: true });
      // What is in a room one may not read is nothing to listen to either.
      await leaveRoom(admission, reader, ownRoom(topic.name, id), true);
    }
  }

  function remember(key: string, row: unknown): void {
    shown.delete(key);
    shown.set(key, row);
    const oldest = shown.size > rememberedRows ? shown.keys().next().value : undefined;
    if (oldest !== undefined) shown.delete(oldest);
  }

  return async function deliver(changes) {
    const groups = Map.groupBy(changes, ({ workspaceId, topic }) => `${workspaceId}/${topic}`);
    for (const [first, ...rest] of groups.values()) {
      const topic = first && house.topics.get(first.topic);
      if (first && topic)
        await deliverTopic(
          first.workspaceId,
          topic,
          [first, ...rest].map(({ subjectId }) => subjectId),
        );
    }
  };
}

/** The screens of this process in any of the rooms, each once. */
function* readersIn(io: LiveServer, keys: Iterable<string>): Iterable<Reader> {
  const met = new Set<string>();
  for (const key of keys) {
    for (const id of io.sockets.adapter.rooms.get(key) ?? []) {
      const reader = io.sockets.sockets.get(id);
      if (!reader || met.has(id)) continue;
      met.add(id);
      yield reader as Reader;
    }
  }
}

function versionOf(view: unknown): number | null {
  const version = (view as { version?: unknown }).version;
  return typeof version === 'number' ? version : null;
}
