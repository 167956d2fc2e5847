import type { LiveServer, Reader } from './admit.ts';
import { type Person, signalStaleMs } from '#platform/live-client';
import { roomKey } from './rooms.ts';
import type { Doing } from './tell-lists.ts';

/** One screen says what its person does in a room; null when they stopped. */
export interface Signal extends Pick<Person, 'teammateId'> {
  readonly workspaceId: string;
  readonly room: string;
  readonly kind: string | null;
}

/** Who does what in which room right now. Held in memory by every process, never stored. */
export interface Signals {
  /** From a screen of ours: applied here and told to the other processes. */
  take(reader: Reader, room: unknown, kind: unknown): void;
  /** From another process. */
  hear(signal: Signal): void;
  /** The screen left the room, or went away. */
  quit(reader: Reader, room: string): void;
  people(workspaceId: string, room: string): readonly Person[];
  /** Forgets those who fell silent. */
  prune(): void;
}

const kindForm = /^[a-z][a-z-]{0,19}$/;

/** What lists show of their rows: that somebody writes there. Who only looks is shown where one looks oneself. */
const shownInLists = 'writing';

/** Makes the memory of signals; `tellOthers` reaches the other processes, `tellLists` the lists of this one. */
export function createSignals(
  io: LiveServer,
  tellOthers: (signal: Signal) => void,
  tellLists: (doing: Doing) => void,
): Signals {
  const rooms = new Map<string, { room: string; people: Map<string, { kind: string; atMs: number }> }>();

  function hear({ workspaceId, room, teammateId, kind }: Signal): void {
    const key = roomKey(workspaceId, room);
    const entry = rooms.get(key) ?? { room, people: new Map() };
    const before = entry.people.get(teammateId)?.kind ?? null;
    if (kind === null) entry.people.delete(teammateId);
    else entry.people.set(teammateId, { kind, atMs: performance.now() });
    if (entry.people.size > 0) rooms.set(key, entry);
    else rooms.delete(key);
    // said again every 15 s, so that a list opened meanwhile shows it too
    if (kind === shownInLists || before === shownInLists)
      tellLists({ workspaceId, room, people: listed(entry.people) });
    if (before !== kind) io.local.to(key).emit('people', { room, people: listed(entry.people) });
  }

  function tell(signal: Signal): void {
    hear(signal);
    tellOthers(signal);
  }

  return {
    hear,
    take(reader, room, kind) {
      const { workspaceId, actor, rooms: joined } = reader.data.reader;
      if (typeof room !== 'string' || !joined.has(room) || actor.id === null) return;
      if (kind !== null && (typeof kind !== 'string' || !kindForm.test(kind))) return;
      tell({ workspaceId, room, teammateId: actor.id, kind });
    },
    quit(reader, room) {
      const { workspaceId, actor } = reader.data.reader;
      if (actor.id === null || !rooms.get(roomKey(workspaceId, room))?.people.has(actor.id)) return;
      // The same person may still sit there in another tab; that tab's next signal would put them back late.
      const another = sitsThereToo(io, reader, room);
      if (!another) tell({ workspaceId, room, teammateId: actor.id, kind: null });
    },
    people: (workspaceId, room) => listed(rooms.get(roomKey(workspaceId, room))?.people ?? new Map()),
    prune() {
      const oldestMs = performance.now() - signalStaleMs;
      for (const [key, { room, people }] of rooms) {
        const silent = [...people].filter(([, { atMs }]) => atMs < oldestMs);
        for (const [teammateId] of silent) people.delete(teammateId);
        if (silent.length > 0) {
          io.local.to(key).emit('people', { room, people: listed(people) });
          const workspaceId = key.slice(0, key.indexOf('/'));
          if (silent.some(([, { kind }]) => kind === shownInLists))
            tellLists({ workspaceId, room, people: listed(people) });
        }
        if (people.size === 0) rooms.delete(key);
      }
    },
  };
}

/** Whether another screen of the same person is in the room. */
function sitsThereToo(io: LiveServer, reader: Reader, room: string): boolean {
  const { workspaceId, actor } = reader.data.reader;
  return [...io.sockets.sockets.values()].some(
    ({ id, data }) =>
      id !== reader.id &&
      data.reader?.workspaceId === workspaceId &&
      data.reader.actor.id === actor.id &&
      data.reader.rooms.has(room),
  );
}

function listed(people: ReadonlyMap<string, { kind: string }>): readonly Person[] {
  return [...people].map(([teammateId, { kind }]) => ({ teammateId, kind }));
}
