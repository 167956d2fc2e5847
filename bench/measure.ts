import { readdirSync, readFileSync } from 'node:fs';
import type { Bar } from './operations.ts';
import type { BenchServer } from './start-server.ts';

/** What was measured of one operation. */
export interface Measured {
  readonly name: string;
  /** What is promised of it, where something is. */
  readonly bar: Bar | null;
  readonly times: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly perSecond: number;
  readonly serverCpuMs: number;
  readonly databaseCpuMs: number;
  /** CPU promised at most, of both together. */
  readonly cpuBar?: number;
  /** Statements, `begin` and `commit` apart; and how often there was a way to the database and back. */
  readonly statements: number | null;
  readonly ways: number | null;
}

/** CPU burnt so far: by the server's process, and by PostgreSQL with all its backends. */
export interface Burnt {
  readonly serverMs: number;
  readonly databaseMs: number;
}

/** Reads both clocks. */
export async function burnt(server: BenchServer, postmasterPid: number): Promise<Burnt> {
  return { serverMs: (await server.cpu()).cpuMs, databaseMs: postgresCpuMs(postmasterPid) };
}

/** Sums up single times, and the CPU burnt meanwhile, over `times` operations in `wallMs`. */
export function summarise(
  what: Pick<Measured, 'name' | 'bar' | 'cpuBar' | 'statements' | 'ways'>,
  took: readonly number[],
  wallMs: number,
  before: Burnt,
  after: Burnt,
): Measured {
  const sorted = took.toSorted((a, b) => a - b);
  const share = (part: number): number => sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)] ?? 0;
  return {
    ...what,
    times: took.length,
    p50: share(0.5),
    p95: share(0.95),
    p99: share(0.99),
    perSecond: (took.length * 1000) / wallMs,
    serverCpuMs: (after.serverMs - before.serverMs) / took.length,
    databaseCpuMs: (after.databaseMs - before.databaseMs) / took.length,
  };
}

/** Ticks of /proc are hundredths of a second on every Linux we know. */
const tickMs = 10;

/** CPU of PostgreSQL: the postmaster, what it waited for, and every process it has now. Linux only; elsewhere 0. */
function postgresCpuMs(postmasterPid: number): number {
  let ticks = 0;
  for (const pid of processes()) {
    const stat = statOf(pid);
    if (!stat) continue;
    const [, parent, , , , , , , , , , user, system, childUser, childSystem] = stat;
    if (pid === postmasterPid) ticks += Number(user) + Number(system) + Number(childUser) + Number(childSystem);
    else if (Number(parent) === postmasterPid) ticks += Number(user) + Number(system);
  }
  return ticks * tickMs;
}

function processes(): readonly number[] {
  try {
    return readdirSync('/proc').map(Number).filter(Number.isInteger);
  } catch {
    return [];
  }
}

/** The fields after the name, which may hold spaces: state first. */
function statOf(pid: number): readonly string[] | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}
