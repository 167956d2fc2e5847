import type http from 'node:http';
import { createAdapter } from '@socket.io/redis-streams-adapter';
import { Redis } from 'ioredis';
import { Server } from 'socket.io';
import type { House, Log, Tools } from '#platform/domain';
import {
  type Admission,
  admit,
  type Authenticate,
  joinRoom,
  type LiveServer,
  type LiveSession,
  NoSession,
  leaveRoom,
  type Reader,
} from './admit.ts';
import { beat, recheckReaders } from './beat.ts';
import { createDelivery } from './deliver.ts';
import { livePath } from '#platform/live-client';
import { type Change, createPublisher } from './publish.ts';
import { createSignals, type Signal } from './signals.ts';
import { tellLists } from './tell-lists.ts';
import { createWatchers, type Watchers } from './watchers.ts';

export interface LiveOptions {
  /** The server that requests come to already; its other listeners stay. */
  readonly server: http.Server;
  readonly house: House;
  readonly tools: Tools;
  readonly authenticate: Authenticate;
  /** Needed when several processes serve screens. */
  readonly redisUrl?: string | null;
  readonly log: Log;
  /** Our own address, when browsers come through a proxy that changes the Host header. */
  readonly publicUrl?: string;
  readonly beatMs?: number;
}

/** The live side of one process. */
export interface Live {
  /** To be called after a commit. Never waits, never throws. */
  publish(changes: readonly Change[]): void;
  /** The rights of these teammates changed: their rooms are asked for again, in every process. */
  recheck(workspaceId: string, teammateIds: readonly string[]): void;
  /** Hears when one subject changed, for who is no teammate's screen. */
  watch: Watchers['watch'];
  /** How many screens are open in this process. */
  screens(): number;
  stop(): Promise<void>;
}

/** Heads, and sessions asked for again. */
const standardBeatMs = 15_000;
/** A message from a screen is a room's name or a word. */
const messageLimitBytes = 10_000;

/** Opens the live side on a server that exists. */
export async function createLive(options: LiveOptions): Promise<Live> {
  const { house, tools, authenticate, log, beatMs = standardBeatMs } = options;
  const redis = options.redisUrl ? openRedis(options.redisUrl, log) : null;
  const io = openSockets(options, redis);
  const tellOthers = (kind: string, payload: unknown): void => {
    if (redis) io.serverSideEmit('relay', kind, payload);
  };
  const signals = createSignals(
    io,
    (signal) => tellOthers('signal', signal),
    (doing) =>
      void tellLists(io, { house, tools }, doing).catch((error: unknown) =>
        log.warn({ error: error instanceof Error ? error.name : 'unknown' }, 'Lists were not told who writes.'),
      ),
  );
  const admission: Admission = { house, tools, signals, authenticate };
  const watchers = createWatchers();
  const deliver = createDelivery(io, admission);
  const publisher = createPublisher(
    async (changes) => {
      watchers.tell(changes);
      await deliver(changes);
    },
    (changes) => tellOthers('changes', changes),
    log,
  );
  const recheck = (workspaceId: string, teammateIds: readonly string[]): Promise<void> => {
    const isMeant = (reader: LiveSession): boolean =>
      reader.workspaceId === workspaceId && teammateIds.includes(reader.actor.id ?? '');
    return recheckReaders(io, admission, log, isMeant, true);
  };

  // Only our own processes speak here, over our own Redis: the shapes are what this file sends.
  io.on('relay', (kind, payload) => {
    if (kind === 'changes') publisher.hear(payload as readonly Change[]);
    if (kind === 'signal') signals.hear(payload as Signal);
    if (kind === 'recheck') void recheck(...(payload as [string, string[]]));
  });
  serveReaders(io, admission, log);
  const heart = startHeart(() => beat(io, admission, beatMs / 2, log), beatMs);

  return {
    publish: publisher.publish,
    recheck(workspaceId, teammateIds) {
      void recheck(workspaceId, teammateIds);
      tellOthers('recheck', [workspaceId, teammateIds]);
    },
    watch: watchers.watch,
    screens: () => io.sockets.sockets.size,
    async stop() {
      clearInterval(heart);
      publisher.stop();
      io.disconnectSockets(true);
      await io.close();
      redis?.disconnect();
    },
  };
}

function openSockets({ server, publicUrl }: LiveOptions, redis: Redis | null): LiveServer {
  // A blocked read of the stream holds a stop up for as long as it blocks.
  const between = { streamName: 'rapport-live', channelPrefix: 'rapport-live', blockTimeInMs: 1_000 };
  return new Server(server, {
    path: livePath,
    serveClient: false,
    maxHttpBufferSize: messageLimitBytes,
    allowRequest: (request, done) => done(null, comesFromUs(request, publicUrl)),
    ...(redis ? { adapter: createAdapter(redis, between) } : {}),
  });
}

/** Beats one at a time: a slow database gets fewer beats, not more. */
function startHeart(beatOnce: () => Promise<void>, everyMs: number): NodeJS.Timeout {
  let isBeating = false;
  return setInterval(async () => {
    if (isBeating) return;
    isBeating = true;
    await beatOnce().finally(() => {
      isBeating = false;
    });
  }, everyMs);
}

function serveReaders(io: LiveServer, admission: Admission, log: Log): void {
  const failed = (error: unknown): void =>
    log.warn({ error: error instanceof Error ? error.name : 'unknown' }, 'A screen could not be served.');
  io.use(async (socket, next) => {
    try {
      await admit(admission, socket as Reader);
    } catch (error) {
      if (!(error instanceof NoSession)) failed(error);
      return next(error instanceof NoSession ? error : new Error('try-again'));
    }
    return next();
  });
  io.on('connection', (socket) => {
    const reader = socket as Reader;
    reader.on('join', (room, reply) => {
      if (typeof reply !== 'function') return;
      joinRoom(admission, reader, room).then(reply, (error: unknown) => {
        failed(error);
        reply({ ok: false });
      });
    });
    reader.on('leave', (room) => void leaveRoom(admission, reader, room, false).catch(failed));
    reader.on('signal', (room, kind) => admission.signals.take(reader, room, kind));
    reader.on('disconnect', () => {
      for (const room of reader.data.reader.rooms) admission.signals.quit(reader, room);
    });
  });
}

/** A page of another site may not open a socket with our teammate's cookie: sockets know no CORS. */
function comesFromUs({ headers }: http.IncomingMessage, publicUrl: string | undefined): boolean {
  const { origin, host } = headers;
  return origin === undefined || origin === publicUrl || origin === `http://${host}` || origin === `https://${host}`;
}

function openRedis(url: string, log: Log): Redis {
  const redis = new Redis(url, { maxRetriesPerRequest: null });
  let isDown = false;
  redis.on('error', (error: Error) => {
    if (!isDown)
      log.warn({ error: error.name }, 'Redis does not answer; screens of other servers follow by their heads.');
    isDown = true;
  });
  redis.on('ready', () => {
    isDown = false;
  });
  return redis;
}
