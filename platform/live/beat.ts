import type { Log } from '#platform/domain';
import { type Admission, type LiveServer, type Reader, readmit } from './admit.ts';
import { roomKey, topicOf } from './rooms.ts';

/** Queries at once in one beat. */
const atOnce = 4;

/**
 * One beat: every joined room's head is asked for once and told to all who follow it; every screen's session is asked
 * for again; signals that fell silent are forgotten.
 */
export async function beat(io: LiveServer, admission: Admission, recheckMs: number, log: Log): Promise<void> {
  admission.signals.prune();
  await recheckReaders(io, admission, log, ({ checkedAtMs }) => performance.now() - checkedAtMs >= recheckMs, false);

  const rooms = new Map<string, { workspaceId: string; room: string }>();
  for (const { data } of io.sockets.sockets.values()) {
    const { workspaceId, rooms: joined } = data.reader;
    for (const room of joined) rooms.set(roomKey(workspaceId, room), { workspaceId, room });
  }
  await eachOf([...rooms], log, async ([key, { workspaceId, room }]) => {
    const topic = topicOf(admission.house, room);
    if (!topic) return;
    const head = await admission.tools.read({ workspaceId }, (ctx) => topic.head(ctx, room));
    io.local.to(key).emit('head', { room, head });
  });
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
