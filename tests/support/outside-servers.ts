import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findProgram } from '#platform/testing';
import { freePort } from './ports.ts';
import { until } from './until.ts';

/** A server that others wrote, running for a test on loopback. */
export interface OutsideServer {
  readonly url: string;
  stop(): Promise<void>;
}

const versions = [18, 17, 16, 15];

/** Where Debian's PostgreSQL lies, or null. */
export function findDebianPostgres(): string | null {
  return (
    versions
      .map((version) => `/usr/lib/postgresql/${version}/bin`)
      .find((folder) => existsSync(join(folder, 'postgres'))) ?? null
  );
}

/** Starts Debian's own PostgreSQL with an empty database `rapport`; as root it runs as `postgres` or `nobody`. */
export async function startDebianPostgres(bin: string): Promise<OutsideServer> {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-debian-pg-'));
  const data = join(folder, 'data');
  const user = systemUser();
  if (user) spawnSync('chown', ['-R', user, folder]);
  const as = (program: string, ...words: string[]): [string, string[]] =>
    user
      ? ['setpriv', ['--reuid', user, '--regid', 'nogroup', '--clear-groups', '--', program, ...words]]
      : [program, words];
  const [initdb, initWords] = as(
    join(bin, 'initdb'),
    '-D',
    data,
    '-U',
    'rapport',
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--locale=C.UTF-8',
  );
  const made = spawnSync(initdb, initWords, { cwd: folder, encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);
  const port = await freePort();
  const [postgres, words] = as(
    join(bin, 'postgres'),
    '-D',
    data,
    '-p',
    String(port),
    '-c',
    'listen_addresses=127.0.0.1',
    '-c',
    `unix_socket_directories=${data}`,
    '-c',
    'fsync=off',
  );
  const child = spawn(postgres, words, { cwd: folder, stdio: 'ignore' });
  const server = `postgres://rapport@127.0.0.1:${port}`;
  const { default: pg } = await import('pg');
  await until('PostgreSQL answers', async () => {
    const client = new pg.Client({ connectionString: `${server}/postgres` });
    await client.connect();
    await client.query('create database rapport');
    await client.end();
    return true;
  });
  return { url: `${server}/rapport`, stop: () => stop(child, 'SIGINT', folder) };
}

/** Redis or Valkey of this machine, or null. */
export function findRedis(): string | null {
  return findProgram('valkey-server', 'redis-server');
}

/** Starts Redis without keeping anything. */
export async function startRedis(program: string): Promise<OutsideServer> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'rapport-redis-'));
  const child = spawn(
    program,
    ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder],
    { stdio: 'ignore' },
  );
  const { connect } = await import('node:net');
  await until(
    'Redis answers',
    () =>
      new Promise<boolean>((resolve) => {
        const socket = connect(port, '127.0.0.1', () => {
          socket.end();
          resolve(true);
        });
        socket.on('error', () => resolve(false));
      }),
  );
  return { url: `redis://127.0.0.1:${port}`, stop: () => stop(child, 'SIGTERM', folder) };
}

/** PostgreSQL refuses to run as root. */
function systemUser(): string | null {
  if (process.getuid?.() !== 0) return null;
  return spawnSync('id', ['-u', 'postgres']).status === 0 ? 'postgres' : 'nobody';
}

async function stop(child: ChildProcess, signal: NodeJS.Signals, folder: string): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await ended;
  }
  rmSync(folder, { recursive: true, force: true });
}
