import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ReadCtx } from '#platform/ctx';
import { gather, type House, type Log, type Tools, type Topic } from '#platform/domain';
import type { Actor } from '#platform/policy';
import { systemActor } from '#platform/policy';
import type { ChangedMessage, LiveConnection, LiveState } from '#platform/live-client';
import { openLive } from '#platform/live-client';
import { createLive, type Live } from './index.ts';
import type { PeopleMessage } from '#platform/live-client';

const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** A parcel that belongs to a team; only its team may see it. */
export interface Parcel {
  readonly id: string;
  readonly teamId: string;
  readonly version: number;
}

/** Workspaces, parcels and teammates as they are committed, shared by all servers of a test. */
export interface World {
  readonly parcels: Map<string, Parcel>;
  /** Cookie → who that is. */
  readonly sessions: Map<string, { workspaceId: string; actor: Actor }>;
  /** Every load that was asked for. */
  readonly loads: string[][];
  readonly heads: string[];
}

/** An empty world. */
export function aWorld(): World {
  return { parcels: new Map(), sessions: new Map(), loads: [], heads: [] };
}

/** A teammate of a team, with a session of the same name. */
export function teammate(world: World, name: string, teams: readonly string[], workspaceId = 'north'): void {
  world.sessions.set(name, {
    workspaceId,
    actor: { ...systemActor, kind: 'teammate', id: name, teamIds: new Set(teams) },
  });
}

function parcelTopic(world: World): Topic {
  const sees = (actor: Actor, parcel: Parcel): boolean => actor.kind === 'system' || actor.teamIds.has(parcel.teamId);
  return {
    name: 'parcels',
    async load(_ctx, ids) {
      world.loads.push([...ids]);
      return new Map(ids.flatMap((id) => (world.parcels.has(id) ? [[id, world.parcels.get(id)]] : [])));
    },
    view: (actor, row) => (sees(actor, row as Parcel) ? row : null),
    rooms: (row) => [`parcels:team-${(row as Parcel).teamId}`, 'parcels:all'],
    async mayJoin({ actor }: ReadCtx, room) {
      const name = room.slice('parcels:'.length);
      if (name === 'all') return true;
      if (name.startsWith('team-')) return actor.teamIds.has(name.slice('team-'.length));
      const parcel = world.parcels.get(name);
      return parcel !== undefined && sees(actor, parcel);
    },
    async head({ actor }, room) {
      world.heads.push(room);
      const seen = [...world.parcels.values()].filter((parcel) => sees(actor, parcel));
      return String(Math.max(0, ...seen.map(({ version }) => version)));
    },
  };
}

/** One server, and a way to break its connections as a network does. */
export interface TestServer extends Live {
  readonly url: string;
  drop(): void;
}

/** One server of the house on a free port. */
export async function startServer(
  world: World,
  options: { redisUrl?: string; beatMs?: number } = {},
): Promise<TestServer> {
  const house: House = gather([{ name: 'toy', needs: [], topics: [parcelTopic(world)] }], []);
  const server = createServer((_request, response) => response.end('an ordinary page'));
  const tools = {
    house,
    log: silent,
    read: (who: { workspaceId: string; actor?: Actor }, verb: (ctx: ReadCtx) => unknown) =>
      verb({ actor: systemActor, ...who } as ReadCtx),
  } as unknown as Tools;
  const authenticate = async ({ headers }: { headers: { cookie?: string | undefined } }) =>
    world.sessions.get(headers.cookie ?? '') ?? null;
  const live = await createLive({ server, house, tools, authenticate, log: silent, ...options });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const connections = new Set<{ destroy(): void }>();
  server.on('connection', (connection) => connections.add(connection));
  return { ...live, url, drop: () => connections.forEach((connection) => connection.destroy()) };
}

/** What one screen was told. */
export interface Screen extends LiveConnection {
  readonly changed: ChangedMessage[];
  readonly heads: string[];
  readonly states: LiveState[];
  readonly refetched: (readonly string[])[];
  readonly left: string[];
  readonly people: PeopleMessage[];
}

/** Opens the screen of a teammate. */
export async function openScreen(url: string, cookie: string): Promise<Screen> {
  const told = { changed: [], heads: [], states: [], refetched: [], left: [], people: [] } as {
    -readonly [Key in Exclude<keyof Screen, keyof LiveConnection>]: Screen[Key];
  };
  const connection = await openLive({
    url,
    headers: { cookie },
    onChanged: (message) => told.changed.push(message),
    onHead: ({ head }) => told.heads.push(String(head)),
    onState: (state) => told.states.push(state),
    onRefetch: (rooms) => told.refetched.push(rooms),
    onLeft: (room) => told.left.push(room),
    onPeople: (message) => told.people.push(message),
  });
  return { ...connection, ...told };
}
