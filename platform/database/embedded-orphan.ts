import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { processLives } from '#platform/start';

/** What a PostgreSQL server says of itself in its folder. */
export type Postmaster = { pid: number; port: number; isReady: boolean };

/** The server that says it works in this folder, or `null`. It may have died since. */
export async function readPostmaster(data: string): Promise<Postmaster | null> {
  const lines = (await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 1) return null;
  return { pid, port: Number(lines[3]), isReady: lines[7]?.trim() === 'ready' };
}

const politeMs = 20_000;
const firmMs = 10_000;
const pollMs = 25;

/**
 * Stop a server that its own Rapport left behind (killed with -9 where there is no setpriv). `'gone'` when none was
 * there or it stopped, `'adopt'` when it is not ours to stop and answers: then we use it as it is.
 */
export async function settleOrphan(data: string, tell: (line: string) => void): Promise<'gone' | 'adopt'> {
  const orphan = await readPostmaster(data);
  if (!orphan || !(await worksIn(orphan.pid, data))) return 'gone';

  tell(`a PostgreSQL was left behind (process ${orphan.pid}); stopping it`);
  try {
    for (const [signal, patienceMs] of [
      ['SIGINT', politeMs],
      ['SIGQUIT', firmMs],
    ] as const) {
      process.kill(orphan.pid, signal);
      if (await diesWithin(orphan.pid, patienceMs)) return 'gone';
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ESRCH') return 'gone';
    if (code === 'EPERM' && orphan.isReady) return 'adopt';
    throw error;
  }
  throw new Error(`A PostgreSQL that was left behind (process ${orphan.pid}) does not stop. Stop it by hand.`);
}

/** A process number is given anew after a restart of the machine: it must be a PostgreSQL of this folder before we stop it. */
async function worksIn(pid: number, data: string): Promise<boolean> {
  if (!processLives(pid)) return false;
  if (process.platform === 'linux') {
    const words = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    return words.includes('postgres') && words.split('\0').includes(data);
  }
  // Windows ends a detached server with our process tree or leaves it to be adopted by hand; there is no `ps` to ask.
  if (process.platform === 'win32') return false;
  return spawnSync('ps', ['-p', String(pid), '-o', 'args='], { encoding: 'utf8' }).stdout.includes(data);
}

/** Wait until the process is gone; false if it outlives our patience. */
export async function diesWithin(pid: number, patienceMs: number): Promise<boolean> {
  for (let waitedMs = 0; ; waitedMs += pollMs) {
    if (!processLives(pid) || (await isZombie(pid))) return true;
    if (waitedMs >= patienceMs) return false;
    await wait(pollMs);
  }
}

/** In a container nobody may collect the dead; they hold nothing any more. */
async function isZombie(pid: number): Promise<boolean> {
  if (process.platform !== 'linux') return false;
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z');
}
