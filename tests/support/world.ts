import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { desks as allDesks } from '../../desks/index.ts';
import { domains as allDomains } from '../../domains/index.ts';
import { type Config, readConfig } from '#platform/config';
import type { Ctx, ReadCtx } from '#platform/ctx';
import { type Database, openDatabase } from '#platform/database';
import { type Desk, type Domain, gather, type House, type Log, type Tools } from '#platform/domain';
import { createFileStore, folder, type Storage } from '#platform/storage';
import { type Change, createTools, type Machinery, type QueuedJob } from '#platform/work';
import { cloneDatabase } from './database.ts';
import { runQueued } from './run-queued.ts';
import { makeWorkspace, type Workspace, type WorkspaceWish } from './workspace.ts';

/** One test file's own world: a migrated database of its own, tools, and what would have been published or queued. */
export interface World {
  readonly config: Config;
  readonly database: Database;
  readonly house: House;
  readonly tools: Tools;
  /** What the tools are made of, for those that differ in one part. */
  readonly machinery: Machinery;
  readonly files: Storage;
  /** What open screens would have been told, oldest first. */
  readonly published: Change[];
  /** Jobs waiting; `runJobs` runs those due at a moment, and what they queue, until none is left. */
  readonly queued: QueuedJob[];
  runJobs(now?: Date): Promise<number>;
  /** Runs every job by the clock once, in each workspace. */
  tick(now: Date): Promise<void>;
  newWorkspace(wish?: WorkspaceWish): Promise<Workspace>;
  close(): Promise<void>;
}

const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Opens a world for the tests of a file and closes it after them: `const world = useWorld()`, then `world().tools`. */
export function useWorld(options: { domains?: readonly Domain[]; desks?: readonly Desk[] } = {}): () => World {
  let world: World | undefined;
  beforeAll(async () => {
    world = await openWorld(options);
  });
  afterAll(async () => {
    await world?.close();
  });
  return () => {
    if (!world) throw new Error('The world opens before the tests; ask for it inside one.');
    return world;
  };
}

/** Opens a world that the caller closes. */
export async function openWorld(
  options: { domains?: readonly Domain[]; desks?: readonly Desk[] } = {},
): Promise<World> {
  const { url, drop } = await cloneDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), 'rapport-world-'));
  const config = readConfig({ DATABASE_URL: url, DATA_DIR: dataDir, PORT: '0', PUBLIC_URL: 'http://127.0.0.1:3000' });
  const database = openDatabase(url, { applicationName: 'rapport test' });
  const house = gather(options.domains ?? allDomains, options.desks ?? allDesks);
  const files = await createFileStore({
    db: database.db,
    place: folder(join(dataDir, 'files')),
    arrivals: join(dataDir, 'arriving'),
  });
  const published: Change[] = [];
  const queued: QueuedJob[] = [];
  const machinery: Machinery = {
    db: database.db,
    config,
    house,
    files,
    log: silent,
    jobs: queueOf(queued),
    publish: (changes) => void published.push(...changes),
  };
  const tools = createTools(machinery);
  return {
    config,
    database,
    house,
    tools,
    machinery,
    files,
    published,
    queued,
    runJobs: (now = new Date()) => runQueued({ tools, house, queued, now }),
    async tick(now) {
      for (const workspaceId of await tools.workspaceIds()) {
        for (const job of house.jobs.values()) if (job.cron) await job.run(at(tools, now), { workspaceId });
      }
    },
    newWorkspace: (wish) => makeWorkspace(tools, wish),
    async close() {
      await database.close();
      await drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** The jobs as a list in memory; one whose data says `gaveUp` stands in the list of those that did. */
function queueOf(queued: QueuedJob[]): Machinery['jobs'] {
  return {
    insert: async (_trx, jobs) => void queued.push(...jobs),
    wake: () => undefined,
    dead: async () => ({ rows: [], next: null }),
    retryDead: async (workspaceId, id) => takeDead(queued, workspaceId, id),
    dropDead: async (workspaceId, id) => takeDead(queued, workspaceId, id),
    lag: async () => ({ waiting: queued.length, oldestSeconds: 0, dead: 0 }),
    release: async (workspaceId) => {
      const held = queued.filter((job) => job.workspaceId === workspaceId && job.isHeld === true);
      for (const job of held) queued[queued.indexOf(job)] = { ...job, isHeld: false };
      return held.length;
    },
    forget: async (workspaceId) => {
      const kept = queued.filter((job) => job.workspaceId !== workspaceId);
      const gone = queued.length - kept.length;
      queued.splice(0, queued.length, ...kept);
      return gone;
    },
  };
}

function takeDead(queued: QueuedJob[], workspaceId: string, id: string): boolean {
  const position = queued.findIndex((job) => job.workspaceId === workspaceId && job.data['gaveUp'] === id);
  return position !== -1 && queued.splice(position, 1).length === 1;
}

/** The same tools at another moment. */
export function at(tools: Tools, now: Date): Tools {
  return {
    ...tools,
    now: () => now,
    transact: <T>(who: Parameters<Tools['transact']>[0], verb: (ctx: Ctx) => Promise<T>) =>
      tools.transact({ now, ...who }, verb),
    read: <T>(who: Parameters<Tools['read']>[0], verb: (ctx: ReadCtx) => Promise<T>) =>
      tools.read({ now, ...who }, verb),
  };
}
