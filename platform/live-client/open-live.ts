import type { Socket } from 'socket.io-client';
import {
  type ChangedMessage,
  type ClientEvents,
  type HeadMessage,
  type JoinReply,
  livePath,
  type PeopleMessage,
  type ServerEvents,
  signalEveryMs,
} from './protocol.ts';

/** `live`: what is on the screen is kept fresh. `away`: it may be old; reconnecting by itself. `signed-out`: it will not. */
export type LiveState = 'connecting' | 'live' | 'away' | 'signed-out';

export interface OpenLiveOptions {
  /** The address of the server; where the page came from unless given. */
  readonly url?: string;
  /** A subject changed; apply it if its version is newer than what is shown. */
  onChanged(message: ChangedMessage): void;
  /** The newest position of a room: fetch if you have not seen it. Also told after each join. */
  onHead(message: HeadMessage): void;
  onState(state: LiveState): void;
  /** Fetch what these rooms show: the connection was away, or the person's rights changed. */
  onRefetch?(rooms: readonly string[]): void;
  /** The server closed a room: the person may no longer follow it. */
  onLeft?(room: string): void;
  /** Who views or writes in a room. */
  onPeople?(message: PeopleMessage): void;
  /** For tests and scripts: headers of the handshake (a cookie). */
  readonly headers?: Readonly<Record<string, string>>;
}

/** An open connection of one screen. */
export interface LiveConnection {
  /** Follows a room until `leave`, over reconnections. */
  join(room: string): Promise<JoinReply>;
  leave(room: string): void;
  /** Says what the person does in a room, and goes on saying it until `null`. */
  signal(room: string, kind: string | null): void;
  close(): void;
}

type LiveSocket = Socket<ServerEvents, ClientEvents>;

/** Opens the connection. Rooms joined once are joined again after each reconnection. */
export async function openLive(options: OpenLiveOptions): Promise<LiveConnection> {
  const { io } = await import('socket.io-client');
  const settings = {
    path: livePath,
    // Polling is the fallback for networks that break sockets, not the way in.
    transports: ['websocket', 'polling'],
    withCredentials: true,
    reconnectionDelayMax: 10_000,
    ...(options.headers ? { extraHeaders: { ...options.headers } } : {}),
  };
  const socket: LiveSocket = options.url === undefined ? io(settings) : io(options.url, settings);
  const rooms = createRooms(socket, options);
  followConnection(socket, options, rooms);
  const saying = setInterval(rooms.repeatSignals, signalEveryMs);
  return {
    join: rooms.join,
    leave: rooms.leave,
    signal: rooms.signal,
    close() {
      clearInterval(saying);
      socket.close();
    },
  };
}

interface Rooms extends Pick<LiveConnection, 'join' | 'leave' | 'signal'> {
  wanted(): readonly string[];
  /** A new connection: everything wanted is asked for again. */
  reopenAll(): void;
  /** The connection went: the server holds nothing of ours any more. */
  lostAll(): void;
  /** The server closed one. */
  closed(room: string): void;
  repeatSignals(): void;
}

/** The rooms a screen wants, and those of them that the server has opened on this connection. */
function createRooms(socket: LiveSocket, options: OpenLiveOptions): Rooms {
  const wanted = new Set<string>();
  const opened = new Set<string>();
  const signals = createSignals(socket, opened);

  const closed = (room: string): void => {
    opened.delete(room);
    signals.forget(room);
    if (wanted.delete(room)) options.onLeft?.(room);
  };

  const open = askOnce(async (room) => {
    const reply = await ask(socket, room);
    // No answer is not a refusal: the room is asked for again at the next connection.
    if (reply === null) return { ok: false };
    if (!reply.ok) closed(room);
    else if (!wanted.has(room)) socket.emit('leave', room);
    else {
      opened.add(room);
      options.onHead({ room, head: reply.head });
      options.onPeople?.({ room, people: reply.people });
      signals.say(room);
    }
    return reply;
  });

  return {
    closed,
    wanted: () => [...wanted],
    reopenAll: () => wanted.forEach((room) => void open(room)),
    lostAll: () => opened.clear(),
    repeatSignals: signals.repeat,
    signal: signals.signal,
    async join(room) {
      wanted.add(room);
      if (!socket.connected && !(await connected(socket))) return { ok: false };
      return open(room);
    },
    leave(room) {
      wanted.delete(room);
      signals.forget(room);
      if (opened.delete(room)) socket.emit('leave', room);
    },
  };
}

/** What the person does in which room, said again and again while the room is open. */
function createSignals(socket: LiveSocket, opened: ReadonlySet<string>) {
  const kinds = new Map<string, string>();

  const say = (room: string): void => {
    const kind = kinds.get(room);
    if (kind !== undefined && opened.has(room)) socket.emit('signal', room, kind);
  };

  return {
    say,
    forget: (room: string) => void kinds.delete(room),
    repeat: () => [...kinds.keys()].forEach(say),
    signal(room: string, kind: string | null): void {
      if (kind !== null) kinds.set(room, kind);
      else if (kinds.delete(room) && opened.has(room)) socket.emit('signal', room, null);
      say(room);
    },
  };
}

/** Two who ask for one room at the same time share the answer. */
function askOnce(askServer: (room: string) => Promise<JoinReply>): (room: string) => Promise<JoinReply> {
  const asking = new Map<string, Promise<JoinReply>>();
  return (room) => {
    const asked = asking.get(room) ?? askServer(room).finally(() => asking.delete(room));
    asking.set(room, asked);
    return asked;
  };
}

function followConnection(socket: LiveSocket, options: OpenLiveOptions, rooms: Rooms): void {
  let wasLive = false;
  options.onState('connecting');
  socket.on('connect', () => {
    options.onState('live');
    if (wasLive) options.onRefetch?.(rooms.wanted());
    wasLive = true;
    rooms.reopenAll();
  });
  socket.on('disconnect', (reason) => {
    rooms.lostAll();
    options.onState('away');
    // The server put us out (its restart, or a session that ended): the next attempt will tell which.
    if (reason === 'io server disconnect') setTimeout(() => socket.connect(), 1_000);
  });
  socket.on('connect_error', (error) => {
    options.onState(error.message === 'sign-in-first' ? 'signed-out' : 'away');
    // A refusal of ours ends the library's own attempts; only a missing session ends ours.
    if (error.message !== 'sign-in-first' && !socket.active) setTimeout(() => socket.connect(), 5_000);
  });
  socket.on('changed', options.onChanged);
  socket.on('head', options.onHead);
  socket.on('left', ({ room }) => rooms.closed(room));
  socket.on('refetch', () => options.onRefetch?.(rooms.wanted()));
  socket.on('people', (message) => options.onPeople?.(message));
}

/** How long a server may take to connect or to answer. */
const answerWithinMs = 10_000;

async function ask(socket: LiveSocket, room: string): Promise<JoinReply | null> {
  try {
    return (await socket.timeout(answerWithinMs).emitWithAck('join', room)) as JoinReply;
  } catch {
    return null;
  }
}

function connected(socket: LiveSocket): Promise<boolean> {
  return new Promise((done) => {
    const late = setTimeout(() => done(false), answerWithinMs);
    socket.once('connect', () => {
      clearTimeout(late);
      done(true);
    });
  });
}
