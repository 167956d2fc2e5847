import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Who holds a lock: a process, told apart from a later one with the same number by when it began. */
export type Holder = { pid: number; began: string | null; address: string | null };

/** A lock that we hold. */
export type Lock = {
  /** Say where we can be reached, for whoever finds the lock taken. */
  tell(address: string): void;
  release(): void;
};

/** Another living process holds the lock. */
export class AlreadyRunning extends Error {
  readonly holder: Holder;

  constructor(holder: Holder) {
    super(`Rapport already runs here${holder.address ? ` at ${holder.address}` : ''} (process ${holder.pid}).`);
    this.name = 'AlreadyRunning';
    this.holder = holder;
  }
}

const mostAttempts = 5;

/** Take the lock, also over one whose holder has died; throws `AlreadyRunning` when a living process has it. */
export function takeLock(file: string): Lock {
  mkdirSync(dirname(file), { recursive: true });
  const self: Holder = { pid: process.pid, began: beginningOf(process.pid), address: null };
  const draft = `${file}.${process.pid}`;
  try {
    for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
      writeFileSync(draft, JSON.stringify(self));
      if (linked(draft, file)) return lockAt(file, self);
      const holder = lockHolder(file);
      if (holder) throw new AlreadyRunning(holder);
      takeAway(file);
    }
  } finally {
    rmSync(draft, { force: true });
  }
  throw new Error(`The lock ${file} could not be taken: others keep taking it.`);
}

/** The living process that holds the lock, or `null`. */
export function lockHolder(file: string): Holder | null {
  const holder = readHolder(file);
  return holder && isAlive(holder) ? holder : null;
}

/** When the process began, as the system tells it; `null` where it does not tell or there is no such process. */
export function beginningOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may hold spaces and brackets: count the fields after the last one.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot}/${fields[19]}`;
  } catch {
    return null;
  }
}

/** Whether a process with this number lives, whoever it belongs to. */
export function processLives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function isAlive(holder: Holder): boolean {
  if (!processLives(holder.pid)) return false;
  return holder.began === null || holder.began === beginningOf(holder.pid);
}

/** A hard link is made whole or not at all: nobody reads a half-written lock. */
function linked(draft: string, file: string): boolean {
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Remove a dead holder's lock, unless a living process took its place since we looked. */
function takeAway(file: string): void {
  const aside = `${file}.dead-${process.pid}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  if (lockHolder(aside)) linked(aside, file);
  rmSync(aside, { force: true });
}

function readHolder(file: string): Holder | null {
  try {
    const { pid, began, address } = JSON.parse(readFileSync(file, 'utf8'));
    return Number.isInteger(pid) ? { pid, began: began ?? null, address: address ?? null } : null;
  } catch {
    return null;
  }
}

function lockAt(file: string, self: Holder): Lock {
  const isOurs = () => {
    const holder = readHolder(file);
    return holder?.pid === self.pid && holder.began === self.began;
  };
  return {
    tell(address) {
      if (!isOurs()) return;
      const draft = `${file}.${process.pid}`;
      writeFileSync(draft, JSON.stringify({ ...self, address }));
      renameSync(draft, file);
    },
    release() {
      if (isOurs()) rmSync(file, { force: true });
    },
  };
}
