import type { ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import type { Binaries } from './embedded-binaries.ts';
import { diesWithin, readPostmaster } from './embedded-orphan.ts';
import { serverSettings, socketFolder } from './embedded-settings.ts';
import { runAs, type SystemUser, startAs } from './embedded-user.ts';

/** What a PostgreSQL process is started from. */
export type Cluster = {
  binaries: Binaries;
  /** The folder that `initdb` made, as an absolute path without links. */
  data: string;
  user: SystemUser | null;
  fsync: boolean;
  /** 0: any free port. */
  port: number;
  log: (line: string) => void;
};

/** One PostgreSQL process that answers. */
export type Running = { pid: number; port: number; exited: Promise<void>; stop(): Promise<void> };

const startWithinMs = 30_000;
const pollMs = 20;
const keptLines = 20;
const politeMs = 30_000;
const firmMs = 10_000;

/**
 * Start PostgreSQL and wait until it answers. After a crash its children may hold the shared memory for a while, and a
 * free port may be taken from under us: so we try again for up to 30 s.
 */
export async function startProcess(cluster: Cluster): Promise<Running> {
  const until = Date.now() + startWithinMs;
  for (;;) {
    const port = cluster.port || (await freePort());
    const { running, said } = await tryOnce(cluster, port, until);
    if (running) return running;
    const passes = /shared memory block|Address already in use|could not bind|lock file .* exists/i.test(said);
    if (!passes || Date.now() > until) throw new Error(`PostgreSQL did not start:\n${said}`);
    cluster.log('PostgreSQL cannot start yet; trying again');
    await wait(250);
  }
}

async function tryOnce(cluster: Cluster, port: number, until: number): Promise<{ running?: Running; said: string }> {
  const { binaries, data, user, fsync, log } = cluster;
  const settings = serverSettings({ port, fsync, sockets: socketFolder(data) });
  const child = startAs(user, binaries.program('postgres'), ['-D', data, ...settings]);
  const said: string[] = [];
  if (child.stderr === null) throw new Error('PostgreSQL was started without its log.');
  createInterface({ input: child.stderr }).on('line', (line) => {
    said.push(line);
    if (said.length > keptLines) said.shift();
    log(line);
  });
  const exited = new Promise<void>((done) => {
    child.once('close', () => done());
    child.once('error', (error) => {
      said.push(error.message);
      done();
    });
  });
  const life = { isOver: false };
  void exited.then(() => {
    life.isOver = true;
  });

  while (!life.isOver) {
    const postmaster = await readPostmaster(data);
    // setpriv replaces itself by PostgreSQL, so the number is our child's own; an old file has another.
    if (child.pid !== undefined && postmaster?.pid === child.pid && postmaster.isReady) {
      const pid = child.pid;
      return { running: { pid, port, exited, stop: () => stopProcess(cluster, child, exited) }, said: '' };
    }
    if (Date.now() > until) {
      child.kill('SIGQUIT');
      await Promise.race([exited, wait(firmMs)]);
      break;
    }
    await wait(pollMs);
  }
  return { said: said.join('\n') };
}

/** Stop as PostgreSQL calls fast: open transactions are rolled back, all else is written down. */
async function stopProcess(cluster: Cluster, child: ChildProcess, exited: Promise<void>): Promise<void> {
  const { pid } = child;
  if (pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  if (process.platform === 'win32')
    runAs(cluster.user, cluster.binaries.program('pg_ctl'), ['stop', '-D', cluster.data, '-m', 'fast']);
  else process.kill(pid, 'SIGINT');
  if (!(await diesWithin(pid, politeMs))) {
    cluster.log('PostgreSQL takes too long to stop; it will recover at its next start');
    process.kill(pid, 'SIGQUIT');
    await diesWithin(pid, firmMs);
  }
  await exited;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(0, '127.0.0.1', done);
  });
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === 'string') throw new Error('The system gave no free port.');
  return address.port;
}
