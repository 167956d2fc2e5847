import { statfs } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { sql } from 'kysely';
import type { HealthCheck, HealthReport, Tools } from '#platform/domain';
import { migrationsDone } from './readiness.ts';
import { programVersion } from './version.ts';

const gigabyte = 1024 ** 3;
const slowAnswerMs = 250;
const lowShare = 0.1;
const lowestShare = 0.03;
const lagWarningSeconds = 60;
const lagBadSeconds = 600;
const skewWarningMs = 2_000;
const skewBadMs = 60_000;
const oldestPostgres = 15;

/** What the platform says about itself on the health page; domains add their own by their `health` socket. */
export const platformChecks: readonly HealthCheck[] = [
  { name: 'database', title: 'Database', check: checkDatabase },
  { name: 'disk', title: 'Disk', check: checkDisk },
  { name: 'jobs', title: 'Background work', check: checkJobs },
  { name: 'clock', title: 'Clock', check: checkClock },
  { name: 'versions', title: 'Versions', check: checkVersions },
];

async function checkDatabase(tools: Tools, workspaceId: string): Promise<HealthReport> {
  const began = performance.now();
  const { rows } = await tools.read({ workspaceId }, ({ db }) =>
    sql<{ bytes: number }>`select pg_database_size(current_database()) as bytes`.execute(db),
  );
  const answerMs = Math.round(performance.now() - began);
  const facts = {
    sizeGigabytes: round((rows[0]?.bytes ?? 0) / gigabyte),
    answerMs,
    isOurOwn: tools.config.databaseUrl === null,
  };
  if (answerMs <= slowAnswerMs)
    return { state: 'good', says: `Answers in ${answerMs} ms; ${sizeWords(rows[0]?.bytes ?? 0)} of data.`, facts };
  return {
    state: 'warning',
    says: `Answers slowly: ${answerMs} ms.`,
    mend: 'Look at the load of the database’s machine and at how far away it is; screens get slow before anything fails.',
    facts,
  };
}

async function checkDisk(tools: Tools): Promise<HealthReport> {
  const { bavail, blocks, bsize } = await statfs(nearestFolder(tools.config.dataDir));
  const [freeBytes, share] = [bavail * bsize, blocks > 0 ? bavail / blocks : 1];
  const says = `${sizeWords(freeBytes)} free of ${sizeWords(blocks * bsize)}.`;
  const facts = { freeGigabytes: round(freeBytes / gigabyte), freeShare: round(share) };
  if (share > lowShare && freeBytes > gigabyte) return { state: 'good', says, facts };
  const isBad = share < lowestShare || freeBytes < gigabyte / 4;
  const mend =
    'Give the disk of DATA_DIR more room, or move files to an S3 store (S3_BUCKET). When it is full nothing new can be kept, also no mail.';
  return { state: isBad ? 'bad' : 'warning', says, mend, facts };
}

async function checkJobs(tools: Tools): Promise<HealthReport> {
  const { waiting, oldestSeconds, dead } = await tools.jobs.lag();
  const facts = { waiting, oldestSeconds: Math.round(oldestSeconds), dead };
  if (oldestSeconds > lagWarningSeconds) {
    return {
      state: oldestSeconds > lagBadSeconds ? 'bad' : 'warning',
      says: `The oldest of ${waiting} waiting jobs should have run ${minuteWords(oldestSeconds)} ago.`,
      mend: 'Start a worker (ROLE=worker) or more of them; if one runs, its log says what keeps it.',
      facts,
    };
  }
  if (dead === 0)
    return { state: 'good', says: waiting === 0 ? 'Nothing waits.' : `${waiting} jobs wait, none for long.`, facts };
  return {
    state: 'warning',
    says: `${dead} ${dead === 1 ? 'job has' : 'jobs have'} given up.`,
    mend: 'Read why in the list below; mend the cause, then try again or drop them.',
    facts,
  };
}

async function checkClock(tools: Tools, workspaceId: string): Promise<HealthReport> {
  const before = Date.now();
  const { rows } = await tools.read({ workspaceId }, ({ db }) =>
    sql<{ ms: number }>`select extract(epoch from clock_timestamp()) * 1000 as ms`.execute(db),
  );
  const here = (before + Date.now()) / 2;
  const skewMs = Math.round(Number(rows[0]?.ms ?? here) - here);
  const facts = { skewMs };
  const apart = Math.abs(skewMs);
  if (apart <= skewWarningMs) return { state: 'good', says: 'This machine and the database agree on the time.', facts };
  return {
    state: apart > skewBadMs ? 'bad' : 'warning',
    says: `This machine and the database are ${round(apart / 1_000)} seconds apart.`,
    mend: 'Let both machines keep time by NTP (chrony or systemd-timesyncd): promises and clocks are counted with it.',
    facts,
  };
}

async function checkVersions(tools: Tools, workspaceId: string): Promise<HealthReport> {
  const { rows } = await tools.read({ workspaceId }, ({ db }) =>
    sql<{ server: string }>`select current_setting('server_version') as server`.execute(db),
  );
  const postgres = (rows[0]?.server ?? '').split(' ')[0] ?? '';
  const migrations = await migrationsDone(tools);
  const facts = { program: programVersion, schema: migrations.size, node: process.versions.node, postgresql: postgres };
  const says = `Rapport ${programVersion}, ${migrations.size} migrations, Node ${process.versions.node}, PostgreSQL ${postgres}.`;
  if (Number.parseInt(postgres, 10) >= oldestPostgres) return { state: 'good', says, facts };
  return {
    state: 'bad',
    says,
    mend: `Move to PostgreSQL ${oldestPostgres} or later: rapport backup, then restore into the new one.`,
    facts,
  };
}

/** The data folder may not have been made yet; its disk is that of the folder it will be in. */
function nearestFolder(path: string): string {
  const parent = dirname(path);
  return existsSync(path) || parent === path ? path : nearestFolder(parent);
}

function sizeWords(bytes: number): string {
  return bytes >= gigabyte ? `${round(bytes / gigabyte)} GB` : `${Math.max(1, Math.round(bytes / 1024 ** 2))} MB`;
}

function minuteWords(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  return minutes === 1 ? 'a minute' : `${minutes} minutes`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
