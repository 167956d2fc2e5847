import { createServer as createHttpServer, type Server as HttpServer } from 'node:http';
import { join } from 'node:path';
import { desks as allDesks } from '../../desks/index.ts';
import { domains as allDomains } from '../../domains/index.ts';
import { authenticate } from '#domains/identity';
import type { Config } from '#platform/config';
import { type Database, migrate, openDatabase, readMigrations } from '#platform/database';
import { type Desk, type Domain, gather, type House, type Log, type Tools } from '#platform/domain';
import { mountHealth } from '#platform/health';
import { createServer, type Server } from '#platform/http';
import { createJobQueue, type JobQueue } from '#platform/jobs';
import { createLive, type Live } from '#platform/live';
import { bucket, createFileStore, folder, type Storage } from '#platform/storage';
import { createTools, type Machinery } from '#platform/work';
import { authenticateSocket } from './authenticate-socket.ts';
import { followRights } from './follow-rights.ts';
import { startProcesses } from './processes.ts';

/** The whole program, put together: what `npm start` and every whole test run. */
export interface Program {
  readonly database: Database;
  readonly house: House;
  readonly tools: Tools;
  readonly jobs: JobQueue;
  readonly storage: Storage;
  /** Serves HTTP and sockets; gives the port it got. */
  serve(options: { host: string; port: number }): Promise<{ port: number }>;
  /** Runs jobs and the processes of its role. */
  work(): Promise<void>;
  stop(): Promise<void>;
}

export interface Parts {
  readonly config: Config;
  readonly databaseUrl: string;
  readonly log: Log;
  /** What is migrated, told as it goes. */
  readonly tell?: (name: string) => void;
  readonly domains?: readonly Domain[];
  readonly desks?: readonly Desk[];
  /** Registers pages beside the API (console, help, careers, widget). */
  readonly mount?: (server: Server, program: { tools: Tools; watch: Live['watch'] }) => Promise<void>;
}

/** Where SQL files lie, in the order they run: what every domain stands on first. */
export const platformFolders = ['platform/database', 'platform/events', 'platform/storage', 'platform/kept'] as const;

const root = join(import.meta.dirname, '../..');

/** The migrations of this house, in order. */
export function migrationsOf(domains: readonly Domain[]): ReturnType<typeof readMigrations> {
  return readMigrations(root, [...platformFolders, ...domains.map(({ name }) => `domains/${name}`)]);
}

/** Puts the program together: migrates, then joins every room. Nothing listens yet. */
export async function compose(parts: Parts): Promise<Program> {
  const { config, databaseUrl, log } = parts;
  const domains = parts.domains ?? allDomains;
  const house = gather(domains, parts.desks ?? allDesks);
  const database = openDatabase(databaseUrl, { applicationName: `rapport ${config.role}` });
  await migrate(database.pool, await migrationsOf(domains), parts.tell);
  const storage = await openFiles(config, database);
  const jobs = await createJobQueue({ pool: database.pool, databaseUrl, house, log, ownJobs: [storage.sweepJob] });
  const stage: { live: Live | null; server: Server | null; processes: { stop(): Promise<void> }[] } = {
    live: null,
    server: null,
    processes: [],
  };
  const publish: Machinery['publish'] = (changes) => {
    followRights(changes, stage.live);
    stage.live?.publish(changes);
  };
  const tools = createTools({ db: database.db, config, house, files: storage, log, jobs, publish });

  const openLive = (server: HttpServer): Promise<Live> =>
    createLive({
      server,
      house,
      tools,
      authenticate: (request) => authenticateSocket(tools, request),
      redisUrl: config.redisUrl,
      log,
      publicUrl: config.publicUrl,
    });

  return {
    database,
    house,
    tools,
    jobs,
    storage,
    async serve(options) {
      const server = await createServer({ house, tools, authenticate: (headers) => authenticate(tools, headers) });
      stage.server = server;
      mountHealth(server, { tools, pool: database.pool, screens: () => stage.live?.screens() ?? 0 });
      // the live side opens after the pages are there: until then nothing changes that they could hear of
      const watch: Live['watch'] = (...subject) => stage.live?.watch(...subject) ?? (() => undefined);
      await parts.mount?.(server, { tools, watch });
      stage.live = await openLive(server.app.server);
      stage.processes.push(await startProcesses(house, tools, 'server', log));
      return server.listen(options);
    },
    async work() {
      // A worker without screens still tells the screens of the servers: a live side that nobody can connect to.
      if (!stage.live && config.redisUrl) stage.live = await openLive(createHttpServer());
      await jobs.work(tools);
      stage.processes.push(await startProcesses(house, tools, 'worker', log));
    },
    async stop() {
      for (const running of stage.processes.reverse()) await running.stop();
      await stage.live?.stop();
      await stage.server?.close();
      await jobs.stop();
      await database.close();
    },
  };
}

/** Files lie in the bucket that is named, else in the data folder. */
function openFiles(config: Config, { db }: Database): ReturnType<typeof createFileStore> {
  const files = join(config.dataDir, 'files');
  return createFileStore({
    db,
    place: config.bucket ? bucket(config.bucket) : folder(files),
    arrivals: join(files, 'arriving'),
  });
}
