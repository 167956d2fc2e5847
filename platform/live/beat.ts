import type { Log } from '#platform/domain';
import type { Actor } from '#platform/policy';
import { type Admission, anyoneLike, type LiveServer, type Reader, readmit, sightOf } from './admit.ts';
import { roomKey, topicOf } from './rooms.ts';

/** Queries at once in one beat. */
const atOnce = 4;

/**
 * One beat: every joined room's head is asked for once for those of the same rights, and told to them; every screen's
 * session is asked for again; signals that fell silent are forgotten.
 */
export async function beat(io: LiveServer, admission: Admission, recheckMs: number, log: Log): Promise<void> {
  admission.signals.prune();
  await recheckReaders(io, admission, log, ({ checkedAtMs }) => performance.now() - checkedAtMs >= recheckMs, false);

  await eachOf([...followed(io)], log, async ({ workspaceId, room, actor, readers }) => {
    const topic = topicOf(admission.house, room);
    if (!topic) return;
    const head = await admission.tools.read({ workspaceId, actor: anyoneLike(actor) }, (ctx) => topic.head(ctx, room));
    for (const reader of readers) if (reader.data.reader.rooms.has(room)) reader.emit('head', { room, head });
  });
}

/** Who follows a room with the same rights. */
interface Followed {
  readonly workspaceId: string;
  readonly room: string;
  readonly actor: Actor;
  readonly readers: Reader[];
}

function followed(io: LiveServer): Iterable<Followed> {
  const groups = new Map<string, Followed>();
  for (const reader of io.sockets.sockets.values() as Iterable<Reader>) {
    const { workspaceId, actor, rooms } = reader.data.reader;
    const sight = sightOf(actor);
    for (const room of rooms) {
      const key = `${roomKey(workspaceId, room)} ${sight}`;
      const group = groups.get(key) ?? { workspaceId, room, actor, readers: [] };
      group.readers.push(reader);
      groups.set(key, group);
    }
  }
  return groups.values();
}

/** Asks the sessions of the screens that `whom` picks; `again` asks their rooms too when nothing seems to have changed. */
export async function recheckReaders(
  io: LiveServer,
  admission: Admission,
  log: Log,
  whom: (reader: Reader['data']['reader']) => boolean,
  again: boolean,
): Promise<void> {
  const readers = [...io.sockets.sockets.values()].filter(({ data }) => whom(data.reader));
  await eachOf(readers, log, (reader) => readmit(admission, reader as Reader, again));
}

/** A few at once; one that fails is tried at the next beat and does not hold up the others. */
async function eachOf<T>(items: readonly T[], log: Log, act: (item: T) => Promise<void>): Promise<void> {
  const left = items.values();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const item of left) {
        await act(item).catch((error: unknown) =>
          log.warn({ error: error instanceof Error ? error.name : 'unknown' }, 'A screen could not be served.'),
        );
      }
    }),
  );
}
