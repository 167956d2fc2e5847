import type { Topic } from '#platform/domain';
import type { Actor } from '#platform/policy';
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

  async function deliverTopic(workspaceId: string, topic: Topic, changes: readonly Change[]): Promise<void> {
    const keyed = (id: string): string => roomKey(workspaceId, ownRoom(topic.name, id));
    if (!io.sockets.adapter.rooms.has(followersKey(workspaceId, topic.name))) {
      // Nobody looks: nothing is loaded, and what we remember of these is no longer the last.
      for (const { subjectId } of changes) shown.delete(keyed(subjectId));
      return;
    }
    for (let from = 0; from < changes.length; from += loadLimit) {
      const part = changes.slice(from, from + loadLimit);
      const ids = part.map(({ subjectId }) => subjectId);
      const rows = await tools.read({ workspaceId }, (ctx) => topic.load(ctx, ids));
      for (const { subjectId: id, formerRooms = [] } of part) {
        const row = rows.get(id) ?? null;
        const before = exchange(shown, keyed(id), row);
        await deliverRow(io, admission, { workspaceId, topic, id, row, before, formerRooms });
      }
    }
  }

  return async function deliver(changes) {
    const groups = Map.groupBy(changes, ({ workspaceId, topic }) => `${workspaceId}/${topic}`);
    for (const [first, ...rest] of groups.values()) {
      const topic = first && house.topics.get(first.topic);
      if (first && topic) await deliverTopic(first.workspaceId, topic, [first, ...rest]);
    }
  };
}

/** A row as it is (null: there is none) and as it was shown last (undefined: not known). */
interface ChangedRow {
  readonly workspaceId: string;
  readonly topic: Topic;
  readonly id: string;
  readonly row: unknown;
  readonly before: unknown;
  readonly formerRooms: readonly string[];
}

async function deliverRow(io: LiveServer, admission: Admission, changed: ChangedRow): Promise<void> {
  const { workspaceId, topic, id, row, before, formerRooms } = changed;
  const now = roomsOf(topic, id, row);
  const left = before === undefined || before === null ? [] : roomsOf(topic, id, before);
  const rooms = [...now, ...left, ...formerRooms];
  const keys = new Set(rooms.map((room) => roomKey(workspaceId, room)));
  // Nobody knows where it was: it may have left any list of the topic.
  if (before === undefined && formerRooms.length === 0) keys.add(followersKey(workspaceId, topic.name));

  const seen = new Map<string, Sight>();
  for (const reader of readersIn(io, keys)) {
    const { actor, print, rooms: joined } = reader.data.reader;
    const { view, couldBefore } = seen.get(print) ?? look(actor, changed);
    seen.set(print, { view, couldBefore });
    if (view !== null) {
      const inRooms = now.filter((room) => joined.has(room));
      reader.emit('changed', { topic: topic.name, id, version: versionOf(view), view, rooms: inRooms });
      continue;
    }
    if (couldBefore) reader.emit('changed', { topic: topic.name, id, gone: true });
    // What is in a room one may not read is nothing to listen to either.
    await leaveRoom(admission, reader, ownRoom(topic.name, id), true);
  }
}

interface Sight {
  readonly view: unknown;
  /** One who saw it neither before nor now is not even told that it exists. */
  readonly couldBefore: boolean;
}

function look(actor: Actor, { topic, row, before }: ChangedRow): Sight {
  const view = (of: unknown): unknown => (of === null ? null : (topic.view(actor, of) ?? null));
  return { view: view(row), couldBefore: before === undefined || view(before) !== null };
}

/** Remembers the row and answers what was remembered; the longest untouched is forgotten. */
function exchange(shown: Map<string, unknown>, key: string, row: unknown): unknown {
  const before = shown.get(key);
  shown.delete(key);
  shown.set(key, row);
  const oldest = shown.size > rememberedRows ? shown.keys().next().value : undefined;
  if (oldest !== undefined) shown.delete(oldest);
  return before;
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
