import type { Pool } from 'pg';
import { PgBoss, type QueueOptions } from 'pg-boss';
import { underLock } from '#platform/database';
import type { Log } from '#platform/domain';

/** The schema pg-boss keeps its tables in. */
export const jobsSchema = 'jobs';

/**
 * Few queues, because a queue costs a fetch per worker per poll: `after` for reactions (short, run in batches), `tasks`
 * for enqueued and outward jobs (may be slow), `clock` for ticks before they are fanned out, `dead` for what gave up.
 */
export const queueNames = ['after', 'tasks', 'clock', 'dead'] as const;
export type QueueName = (typeof queueNames)[number];

/** How often a failing job is tried again before it is dead. */
export interface RetryRule {
  readonly limit: number;
  /** The first pause; each next one is twice as long, with jitter. */
  readonly delaySeconds: number;
  readonly longestDelaySeconds: number;
}

/** Ten tries over roughly a quarter of an hour to an hour: long enough for a mail host to restart. */
export const standardRetry: RetryRule = { limit: 10, delaySeconds: 1, longestDelaySeconds: 600 };

/** A worker that says nothing for this long is dead; it speaks every half of it. pg-boss allows no less than 10. */
export const heartbeatSeconds = 10;
/** How often the living look for the dead. With the heartbeat, a first retry and a poll: 20 seconds at worst. */
export const superviseSeconds = 5;
/** Done jobs are kept this long, so that the tick of a clock stays known while its fan-out may be repeated. */
export const keepDoneSeconds = 3600;
/** A job nobody ran for this long is dropped. */
export const keepWaitingSeconds = 60 * 24 * 3600;
/** How long the dead list remembers. */
export const keepDeadSeconds = 90 * 24 * 3600;

/** A lock of our own number: `if not exists` alone lets two starters at the same moment both try. */
const installLock = 7_264_002;

/** Makes pg-boss's tables and our queues, or brings older ones up to date; starters at once do it one after the other. */
export function installQueues(databaseUrl: string, pool: Pool, retry: RetryRule, log: Log): Promise<void> {
  return underLock(pool, installLock, () => install(databaseUrl, pool, retry, log));
}

async function install(databaseUrl: string, pool: Pool, retry: RetryRule, log: Log): Promise<void> {
  const boss = openBoss(databaseUrl, log, { supervise: false, schedule: false });
  await boss.start();
  try {
    const common = {
      retryLimit: retry.limit,
      retryDelay: retry.delaySeconds,
      retryBackoff: true,
      retryDelayMax: retry.longestDelaySeconds,
      heartbeatSeconds,
      deleteAfterSeconds: keepDoneSeconds,
      retentionSeconds: keepWaitingSeconds,
    };
    await settle(boss, 'dead', { retentionSeconds: keepDeadSeconds });
    await settle(boss, 'after', { ...common, deadLetter: 'dead' });
    await settle(boss, 'tasks', { ...common, deadLetter: 'dead' });
    await settle(boss, 'clock', { ...common, deadLetter: 'dead' });
  } finally {
    await boss.stop({ graceful: false });
  }
  // The dead list is read per workspace, newest first.
  await pool.query(`create index if not exists dead_by_workspace on ${jobsSchema}.job_common
    ((data->>'workspaceId'), created_on desc, id desc) where name = 'dead'`);
}

/** A pg-boss with connections of its own: a house busy with requests must not miss its heartbeats. */
export function openBoss(databaseUrl: string, log: Log, role: { supervise: boolean; schedule: boolean }): PgBoss {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    schema: jobsSchema,
    application_name: 'rapport-jobs',
    max: 4,
    superviseIntervalSeconds: superviseSeconds,
    monitorIntervalSeconds: superviseSeconds,
    maintenanceIntervalSeconds: 60,
    cronMonitorIntervalSeconds: 5,
    cronWorkerIntervalSeconds: 5,
    ...role,
  });
  boss.on('error', (error) => log.warn({ error: error.name, code: codeOf(error) }, 'The job library had a fault.'));
  boss.on('warning', (warning) => log.warn({}, warning.message));
  return boss;
}

async function settle(boss: PgBoss, name: QueueName, options: QueueOptions & { deadLetter?: string }): Promise<void> {
  await boss.createQueue(name, options);
  await boss.updateQueue(name, options);
}

function codeOf(error: Error): string | null {
  return 'code' in error && typeof error.code === 'string' ? error.code : null;
}
