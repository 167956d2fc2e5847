import type { Kysely, Transaction } from 'kysely';
import type pg from 'pg';
import type { PgBoss } from 'pg-boss';
import type { Page } from '#platform/contract';
import type { DB } from '#platform/database';
import type { House, Job, Log, Tools } from '#platform/domain';
import { type DeadJob, type DeadPage, dropDead, listDead, reviveDead } from './dead-jobs.ts';
import { forgetJobs, releaseHeld } from './held-jobs.ts';
import { insertJobs, type QueuedJob } from './insert-jobs.ts';
import { setClock } from './keep-clock.ts';
import { type JobLag, measureLag } from './measure-lag.ts';
import { installQueues, openBoss, type RetryRule, standardRetry } from './queues.ts';
import { gatherRepertoire } from './run-job.ts';
import { createWaker } from './wake-workers.ts';
import { startWorkers } from './work-jobs.ts';

export interface JobQueueOptions {
  readonly pool: pg.Pool;
  readonly databaseUrl: string;
  readonly house: House;
  readonly log: Log;
  /** Jobs of the platform itself, such as the sweep of files. */
  readonly ownJobs?: readonly Job[];
  /** Reactions at once, and tasks at once, in this process. */
  readonly concurrency?: number;
  readonly retry?: RetryRule;
}

/** The queue as the house uses it. A process that only serves requests never calls `work`. */
export interface JobQueue {
  /** Writes jobs by one statement in the caller's transaction; call `wake` after its commit. */
  insert(trx: Transaction<DB> | Kysely<DB>, jobs: readonly QueuedJob[]): Promise<void>;
  /** Starts this process's workers and its clock. */
  work(tools: Tools): Promise<void>;
  /** Wakes workers after a commit: here at once, elsewhere within some 10 ms. Never waits, never throws. */
  wake(): void;
  dead(workspaceId: string, page: DeadPage): Promise<Page<DeadJob>>;
  retryDead(workspaceId: string, id: string): Promise<boolean>;
  dropDead(workspaceId: string, id: string): Promise<boolean>;
  lag(): Promise<JobLag>;
  /** Lets the held jobs of a workspace go; says how many. */
  release(workspaceId: string): Promise<number>;
  /** Takes all jobs of a workspace that is leaving away; says how many. */
  forget(workspaceId: string): Promise<number>;
  /** Lets running jobs end for `timeoutMs` (10 seconds); what is then still running goes back to the queue. */
  stop(timeoutMs?: number): Promise<void>;
}

const standardConcurrency = 8;
const standardStopMs = 10_000;

/** Makes the queue of this process: brings its tables up to date and is ready to take jobs. */
export async function createJobQueue(options: JobQueueOptions): Promise<JobQueue> {
  const {
    pool,
    databaseUrl,
    house,
    log,
    ownJobs = [],
    concurrency = standardConcurrency,
    retry = standardRetry,
  } = options;
  const repertoire = gatherRepertoire(house, ownJobs);
  await installQueues(databaseUrl, pool, retry, log);
  const waker = createWaker({ pool, databaseUrl, log });
  let boss: PgBoss | null = null;

  return {
    insert: (trx, jobs) => insertJobs(trx, jobs, repertoire.kindOf, retry),
    wake: waker.wake,
    async work(tools) {
      if (boss) throw new Error('The workers of this process run already.');
      boss = openBoss(databaseUrl, log, { supervise: true, schedule: true });
      await boss.start();
      await setClock(boss, repertoire);
      const workers = await startWorkers({ boss, pool, tools, repertoire, retry, waker, log }, concurrency);
      const { notifyWorker } = boss;
      await waker.listen(workers, notifyWorker.bind(boss));
    },
    dead: (workspaceId, page) => listDead(pool, workspaceId, page),
    async retryDead(workspaceId, id) {
      const revived = await reviveDead(pool, workspaceId, id);
      if (revived) waker.wake();
      return revived;
    },
    dropDead: (workspaceId, id) => dropDead(pool, workspaceId, id),
    lag: () => measureLag(pool),
    async release(workspaceId) {
      const released = await releaseHeld(pool, workspaceId);
      if (released > 0) waker.wake();
      return released;
    },
    forget: (workspaceId) => forgetJobs(pool, workspaceId),
    async stop(timeoutMs = standardStopMs) {
      await boss?.stop({ graceful: true, timeout: timeoutMs });
      await waker.stop();
    },
  };
}
