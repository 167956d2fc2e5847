import { randomBytes } from 'node:crypto';
import { chown, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { type Lock, takeLock } from '#platform/start';
import { findBinaries } from './embedded-binaries.ts';
import { readPostmaster, settleOrphan } from './embedded-orphan.ts';
import { type Cluster, type Running, startProcess } from './embedded-process.ts';
import { clusterSettings, socketFolder } from './embedded-settings.ts';
import { chooseUser, makeHome, runAs } from './embedded-user.ts';

export type EmbeddedOptions = {
  /** Files are kept in `postgres` below it. */
  dataDir: string;
  log: (line: string) => void;
  /** Any free port unless given. */
  port?: number;
  /** False for tests alone: then a power cut loses data. */
  fsync?: boolean;
};

/** The built-in database, kept alive until `stop`. */
export type EmbeddedPostgres = {
  /** With its password: never to be logged. */
  url: string;
  version: string;
  /** Where its files are: below the data folder, or elsewhere when its user may not enter there. */
  folder: string;
  /** The process of the moment; it changes when PostgreSQL crashed and was started again. */
  readonly pid: number;
  stop(): Promise<void>;
  /** Settles only when PostgreSQL keeps crashing and we have given up on it. */
  gaveUp: Promise<Error>;
};

const database = 'rapport';
const mostCrashes = 5;
const crashesWithinMs = 10 * 60_000;

/** Start the built-in PostgreSQL in the data folder; made on the first start, recovered after a crash. */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const { dataDir, log } = options;
  const user = chooseUser(dataDir);
  const home = await realpath(makeHome(dataDir, user));
  const lock = takeLock(join(home, 'supervisor.lock'));
  try {
    const binaries = await findBinaries(home, user);
    const password = await readPassword(home);
    const cluster = {
      binaries,
      data: join(home, 'data'),
      user,
      fsync: options.fsync ?? true,
      port: options.port ?? 0,
      log,
    };
    await makeCluster(home, cluster, password);
    if ((await settleOrphan(cluster.data, log)) === 'adopt') return await adopt(cluster, password, lock);

    const running = await startProcess(cluster);
    const url = await reached(urlOf(password, running.port), cluster.data);
    await makeDatabase(url).catch(async (error) => {
      await running.stop();
      throw error;
    });
    return supervise(cluster, running, url, lock);
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** The address of the built-in database that runs in this data folder now, or `null`: for `rapport backup` beside a server. */
export async function findEmbeddedPostgres(dataDir: string): Promise<string | null> {
  const home = await realpath(join(dataDir, 'postgres')).catch(() => null);
  if (home === null) return null;
  const postmaster = await readPostmaster(join(home, 'data'));
  const password = await readFile(join(home, 'password'), 'utf8').catch(() => null);
  if (!postmaster?.isReady || !password) return null;
  const url = urlOf(password, postmaster.port);
  return (await answers(url)) ? reached(url, join(home, 'data')) : null;
}

/** Start it again when it crashes, a bounded number of times; the pool above reconnects to the same port. */
function supervise(cluster: Cluster, first: Running, url: string, lock: Lock): EmbeddedPostgres {
  let running = first;
  let isStopping = false;
  let giveUp: (error: Error) => void;
  const gaveUp = new Promise<Error>((done) => {
    giveUp = done;
  });

  async function watch(): Promise<void> {
    const crashes: number[] = [];
    for (;;) {
      await running.exited;
      if (isStopping) return;
      crashes.push(Date.now());
      if (crashes.filter((at) => at > Date.now() - crashesWithinMs).length > mostCrashes)
        throw new Error(`PostgreSQL ended ${mostCrashes + 1} times within ten minutes.`);
      cluster.log('PostgreSQL ended unasked; starting it again');
      running = await startProcess({ ...cluster, port: first.port });
      if (isStopping) return await running.stop();
    }
  }
  const watching = watch().catch((error: Error) => giveUp(error));

  return {
    url,
    version: cluster.binaries.version,
    folder: cluster.data,
    gaveUp,
    get pid() {
      return running.pid;
    },
    async stop() {
      isStopping = true;
      await running.stop();
      // A start that is under way is not left behind.
      await watching;
      lock.release();
    },
  };
}

/** A server that belongs to another user, answers, and is not ours to stop. */
async function adopt(cluster: Cluster, password: string, lock: Lock): Promise<EmbeddedPostgres> {
  const postmaster = await readPostmaster(cluster.data);
  if (!postmaster) throw new Error('The PostgreSQL that was left behind ended while we looked. Start again.');
  const url = urlOf(password, postmaster.port);
  await makeDatabase(url);
  cluster.log(`using the PostgreSQL that runs already (process ${postmaster.pid})`);
  return {
    url,
    version: cluster.binaries.version,
    folder: cluster.data,
    pid: postmaster.pid,
    gaveUp: new Promise(() => {}),
    stop: async () => lock.release(),
  };
}

/** The password lies beside the data, for its owner's eyes only. */
async function readPassword(home: string): Promise<string> {
  const file = join(home, 'password');
  const known = await readFile(file, 'utf8').catch(() => null);
  if (known) return known;
  const password = randomBytes(24).toString('base64url');
  await writeFile(file, password, { mode: 0o600, flag: 'wx' });
  return password;
}

async function makeCluster(home: string, cluster: Cluster, password: string): Promise<void> {
  const found = await readFile(join(cluster.data, 'PG_VERSION'), 'utf8').catch(() => null);
  const brought = cluster.binaries.version.split('.')[0];
  if (found !== null) {
    if (found.trim() === brought) return;
    throw new Error(
      `The data in ${cluster.data} is of PostgreSQL ${found.trim()}, and this Rapport brings ${brought}. ` +
        'Make a backup with the Rapport that wrote it (`npm run rapport backup FILE`), and restore it here.',
    );
  }
  if (await stat(cluster.data).catch(() => null))
    throw new Error(`${cluster.data} holds something that is no database. Move it away, and start again.`);
  await initialise(home, cluster, password);
}

/** Made aside and moved into place, so that a start cut short leaves nothing half made. */
async function initialise(home: string, { binaries, data, user, fsync }: Cluster, password: string): Promise<void> {
  const draft = `${data}.new`;
  const passwordFile = join(home, 'password.new');
  await rm(draft, { recursive: true, force: true });
  await rm(passwordFile, { force: true });
  try {
    await writeFile(passwordFile, password, { mode: 0o600 });
    if (user) await chown(passwordFile, user.uid, user.gid);
    const words = [...clusterSettings(draft, passwordFile), ...(fsync ? [] : ['--no-sync'])];
    const { status, stderr, error } = runAs(user, binaries.program('initdb'), words);
    if (status !== 0) throw new Error(`The database could not be made: ${error?.message ?? stderr.trim()}`);
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(draft, data);
}

async function makeDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: Object.assign(new URL(url), { pathname: '/postgres' }).href });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [database]);
    if (rowCount === 0) await client.query(`create database ${database}`);
  } finally {
    await client.end();
  }
}

const answersWithinMs = 3_000;

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: answersWithinMs });
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await Promise.race([client.end().catch(() => {}), wait(answersWithinMs, undefined, { ref: false })]);
  }
}

/** The same address by its socket, where it answers there too. */
async function reached(url: string, data: string): Promise<string> {
  const folder = socketFolder(data);
  if (folder === null) return url;
  const bySocket = new URL(url);
  bySocket.pathname = '/postgres';
  bySocket.searchParams.set('host', folder);
  if (!(await answers(bySocket.href))) return url;
  bySocket.pathname = `/${database}`;
  return bySocket.href;
}

function urlOf(password: string, port: number): string {
  return `postgres://rapport:${password}@127.0.0.1:${port}/${database}`;
}
