import { type SpawnOptions, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/** Whom PostgreSQL runs as when we are root: it refuses to run as root itself. */
export type SystemUser = { name: string; uid: number; gid: number };

const candidates = ['rapport', 'nobody'];

/**
 * The user to run PostgreSQL as, or `null` when we are an ordinary user and need none. Files that are already there
 * stay with their owner, so that Rapport may be started as root one day and as an ordinary user the next.
 */
export function chooseUser(dataDir: string, passwd = '/etc/passwd'): SystemUser | null {
  if (process.getuid?.() !== 0) return null;
  const owner = statSync(join(dataDir, 'postgres', 'data'), { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { name: `number ${owner.uid}`, uid: owner.uid, gid: owner.gid };

  const lines = readFileSync(passwd, 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const name of candidates) {
    const [, , uid, gid] = lines.find((fields) => fields[0] === name) ?? [];
    if (uid && gid && uid !== '0') return { name, uid: Number(uid), gid: Number(gid) };
  }
  throw new Error(
    'PostgreSQL does not run as root, and there is neither a user `rapport` nor `nobody` to run it as. ' +
      'Make one (`useradd --system rapport`), start Rapport as an ordinary user, or set DATABASE_URL.',
  );
}

/** PostgreSQL needs nothing of our environment, least of all our secrets. */
const environment = { PATH: process.env['PATH'] ?? '', LC_MESSAGES: 'C', TZ: 'UTC' };

const quickMs = 20_000;

/** Run a short program as the user and wait for it. */
export function runAs(user: SystemUser | null, program: string, args: readonly string[]) {
  return spawnSync(program, args, {
    ...identity(user),
    cwd: '/',
    env: environment,
    encoding: 'utf8',
    timeout: quickMs,
  });
}

/**
 * Start a long program as the user, in a process group of its own (a terminal's Ctrl-C must not reach it before we have
 * put our own work away). On Linux the system interrupts it when we die, however we die.
 */
export function startAs(user: SystemUser | null, program: string, args: readonly string[]) {
  const options = {
    cwd: '/',
    env: environment,
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
    windowsHide: true,
  } satisfies SpawnOptions;
  if (!hasSetpriv()) return spawn(program, args, { ...options, ...identity(user) });
  const drop = user ? ['--reuid', String(user.uid), '--regid', String(user.gid), '--clear-groups'] : [];
  return spawn('setpriv', [...drop, '--pdeathsig', 'INT', '--', program, ...args], options);
}

let setprivFound: boolean | undefined;

function hasSetpriv(): boolean {
  setprivFound ??= process.platform === 'linux' && spawnSync('setpriv', ['--pdeathsig', 'keep', 'true']).status === 0;
  return setprivFound;
}

function identity(user: SystemUser | null): { uid?: number; gid?: number } {
  return user ? { uid: user.uid, gid: user.gid } : {};
}

/**
 * The folder for PostgreSQL's files, which its user can enter: `DATA_DIR/postgres`. When a folder above it is closed to
 * that user (DATA_DIR below /root), the files are kept in /var/lib/rapport and `DATA_DIR/postgres` points there:
 * opening somebody's home to others is not ours to do.
 */
export function makeHome(dataDir: string, user: SystemUser | null, elsewhere = '/var/lib/rapport'): string {
  const home = join(dataDir, 'postgres');
  mkdirSync(dataDir, { recursive: true });
  const found = lstatSync(home, { throwIfNoEntry: false });
  if (found?.isSymbolicLink()) return ownedBy(user, resolve(dataDir, readlinkSync(home)));
  if (user === null || found) return ownedBy(user, home);

  if (!canEnter(user, dataDir) && canEnter(user, dirname(dataDir))) letThrough(user, dataDir);
  if (canEnter(user, dataDir)) return ownedBy(user, home);

  const hash = createHash('sha256').update(resolve(dataDir)).digest('hex').slice(0, 12);
  const away = ownedBy(user, join(elsewhere, `${basename(dirname(dataDir))}-${hash}`));
  symlinkSync(away, home);
  return away;
}

/** Make the folder, closed to all but its user, and see that the user can work in it. */
function ownedBy(user: SystemUser | null, folder: string): string {
  mkdirSync(dirname(folder), { recursive: true });
  if (!lstatSync(folder, { throwIfNoEntry: false })) {
    mkdirSync(folder, { mode: 0o700 });
    if (user) chownSync(folder, user.uid, user.gid);
  }
  if (!canEnter(user, folder))
    throw new Error(
      `The user ${user?.name ?? 'that runs Rapport'} may not enter ${folder}, where the database is kept. ` +
        'Start Rapport as the user it ran as before, or set DATA_DIR to a folder that this user may enter.',
    );
  return folder;
}

/** The data folder is ours: its group may pass through it, which shows nobody what is inside. */
function letThrough(user: SystemUser, dataDir: string): void {
  const { uid, mode } = statSync(dataDir);
  chownSync(dataDir, uid, user.gid);
  chmodSync(dataDir, (mode & 0o7777) | 0o010);
}

/** Asked of the system itself: modes, access lists and mounts all have a say. */
function canEnter(user: SystemUser | null, folder: string): boolean {
  if (user === null) {
    try {
      accessSync(folder, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  }
  return runAs(user, '/bin/sh', ['-c', 'cd "$1"', 'sh', folder]).status === 0;
}
