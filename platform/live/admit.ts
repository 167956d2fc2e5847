import type { IncomingMessage } from 'node:http';
import type { Server, Socket } from 'socket.io';
import type { House, Tools } from '#platform/domain';
import type { Actor } from '#platform/policy';
import type { ClientEvents, JoinReply, ServerEvents } from '#platform/live-client';
import { followersKey, roomKey, roomsLimit, topicOf } from './rooms.ts';
import type { Signals } from './signals.ts';

/** Who sits before a screen. */
export interface LiveSession {
  readonly workspaceId: string;
  readonly actor: Actor;
}

/** Asks the session of a request (its cookie); null when there is none, or it has ended. */
export type Authenticate = (request: IncomingMessage) => Promise<LiveSession | null>;

/** What is known of one open screen. */
export interface ReaderState extends LiveSession {
  /** Readers of one print see the same, so a view is made once for them. */
  readonly print: string;
  readonly rooms: ReadonlySet<string>;
  readonly checkedAtMs: number;
}

type None = Record<string, never>;
export type LiveServer = Server<
  ClientEvents,
  ServerEvents,
  { relay(kind: string, payload: unknown): void },
  { reader: ReaderState }
>;
export type Reader = Socket<
  ClientEvents,
  ServerEvents,
  { relay(kind: string, payload: unknown): void } | None,
  { reader: ReaderState }
>;

export interface Admission {
  readonly house: House;
  readonly tools: Tools;
  readonly signals: Signals;
  readonly authenticate: Authenticate;
}

/** Nobody is signed in there, so trying again is of no use. */
export class NoSession extends Error {
  constructor() {
    super('sign-in-first');
    this.name = 'NoSession';
  }
}

/** Lets a screen in, or says why not. */
export async function admit({ authenticate }: Admission, reader: Reader): Promise<void> {
  const session = await authenticate(reader.request);
  if (!session) throw new NoSession();
  reader.data.reader = { ...session, print: printOf(session.actor), rooms: new Set(), checkedAtMs: performance.now() };
}

/** Joins a room if the topic allows it. The head is taken after joining: nothing falls between the two. */
export async function joinRoom(
  { house, tools, signals }: Admission,
  reader: Reader,
  room: unknown,
): Promise<JoinReply> {
  const topic = topicOf(house, room);
  const { workspaceId, actor, rooms } = reader.data.reader;
  if (!topic || typeof room !== 'string' || rooms.size >= roomsLimit) return { ok: false };
  if (!(await tools.read({ workspaceId, actor }, (ctx) => topic.mayJoin(ctx, room)))) return { ok: false };
  if (!reader.connected) return { ok: false };

  await reader.join([roomKey(workspaceId, room), followersKey(workspaceId, topic.name)]);
  keepRooms(reader, new Set([...reader.data.reader.rooms, room]));
  const head = await tools.read({ workspaceId, actor: anyoneLike(actor) }, (ctx) => topic.head(ctx, room));
  return { ok: true, head, people: signals.people(workspaceId, room) };
}

/** Leaves a room; `told` when it is us who say so. */
export async function leaveRoom(
  { house, signals }: Admission,
  reader: Reader,
  room: string,
  told: boolean,
): Promise<void> {
  const { workspaceId, rooms } = reader.data.reader;
  if (!rooms.has(room)) return;
  const rest = new Set([...rooms].filter((other) => other !== room));
  keepRooms(reader, rest);
  signals.quit(reader, room);
  await reader.leave(roomKey(workspaceId, room));
  const topic = topicOf(house, room);
  if (topic && ![...rest].some((other) => other.startsWith(`${topic.name}:`)))
    await reader.leave(followersKey(workspaceId, topic.name));
  if (told) reader.emit('left', { room });
}

/** Asks again who this is. When the rights changed (or `again` is asked for), every room is asked for again. */
export async function readmit(admission: Admission, reader: Reader, again: boolean): Promise<void> {
  const before = reader.data.reader;
  const session = await admission.authenticate(reader.request);
  if (!session || session.workspaceId !== before.workspaceId || session.actor.id !== before.actor.id) {
    reader.disconnect(true);
    return;
  }
  const print = printOf(session.actor);
  reader.data.reader = { ...reader.data.reader, ...session, print, checkedAtMs: performance.now() };
  if (print === before.print && !again) return;

  const { workspaceId, actor } = session;
  for (const room of before.rooms) {
    const topic = topicOf(admission.house, room);
    const stays =
      topic !== null && (await admission.tools.read({ workspaceId, actor }, (ctx) => topic.mayJoin(ctx, room)));
    if (!stays) await leaveRoom(admission, reader, room, true);
  }
  // A list the person still follows may hold rows they no longer see.
  if (print !== before.print) reader.emit('refetch');
}

function keepRooms(reader: Reader, rooms: ReadonlySet<string>): void {
  reader.data.reader = { ...reader.data.reader, rooms };
}

/**
 * Somebody with these rights, and nobody in person: a head is asked for once for all like that, so it tells nothing of
 * what only some of them were let in to.
 */
export function anyoneLike(actor: Actor): Actor {
  return { ...actor, id: null };
}

/** Everything a policy may look at, in one line. */
function printOf(actor: Actor): string {
  return JSON.stringify([actor.id, sightOf(actor)]);
}

/** The same without the person. */
export function sightOf({ kind, permissions, teamIds, brandIds }: Actor): string {
  const brands = brandIds === 'all' ? 'all' : [...brandIds].sort();
  return JSON.stringify([
    kind,
    [...permissions].map(([name, scope]) => `${name}=${scope}`).sort(),
    [...teamIds].sort(),
    brands,
  ]);
}
