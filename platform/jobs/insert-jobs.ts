import { type Kysely, sql, type Transaction } from 'kysely';
import { type DB, writeLater } from '#platform/database';
import { heldUntil } from './held-jobs.ts';
import { heartbeatSeconds, keepDoneSeconds, keepWaitingSeconds, type QueueName, type RetryRule } from './queues.ts';

/** One job as it is asked for: a reaction (`data.event` is the whole event) or a job of a domain. */
export interface QueuedJob {
  /** The name of the job, or of the `after` reaction: `<domain>.<verb>`. */
  readonly name: string;
  readonly workspaceId: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly startAfter?: Date;
  /** Jobs of one name and key are not queued twice in a workspace while one waits; the earlier date wins. */
  readonly singletonKey?: string;
  /** Waits until its workspace's jobs are released. */
  readonly isHeld?: boolean;
}

/** What the queue knows about a job by its name. */
export interface JobKind {
  readonly queue: QueueName;
  readonly expireSeconds: number;
}

/**
 * Writes the jobs into pg-boss's table by one statement, in the caller's transaction.
 *
 * Ours rather than `boss.insert`: that one takes a statement for each queue, parses a wide JSON recordset and joins the
 * queue's row for settings that we hold as constants. `insert-jobs.test.ts` pins the columns, so that an update of
 * pg-boss cannot quietly change what they mean.
 *
 * A key that already waits is updated, not skipped: the update holds the waiting row until our commit, so no worker can
 * run it before our facts are there to be seen (with `do nothing` the nudge could be lost).
 */
export async function insertJobs(
  db: Kysely<DB> | Transaction<DB>,
  jobs: readonly QueuedJob[],
  kindOf: (name: string) => JobKind,
  retry: RetryRule,
): Promise<void> {
  const rows = onePerKey(jobs);
  if (rows.length === 0) return;
  const kinds = rows.map(({ job }) => kindOf(job.name));
  const inserted = sql`
    insert into jobs.job_common as waiting
      (name, data, start_after, keep_until, singleton_key, policy, expire_seconds, deletion_seconds,
       retry_limit, retry_delay, retry_backoff, retry_delay_max, heartbeat_seconds, dead_letter)
    select job.queue, job.data::jsonb, coalesce(job.due, now()), coalesce(job.due, now()) + ${keepWaitingSeconds}::int * interval '1 second',
      job.key, case when job.key is null then 'standard' else 'short' end, job.expire_seconds, ${keepDoneSeconds}::int,
      ${retry.limit}::int, ${retry.delaySeconds}::int, true, ${retry.longestDelaySeconds}::int, ${heartbeatSeconds}::int, 'dead'
    from unnest(
      ${kinds.map(({ queue }) => queue)}::text[],
      ${rows.map(({ job }) => JSON.stringify({ ...job.data, job: job.name, workspaceId: job.workspaceId }))}::text[],
      ${rows.map(({ job }) => dueOf(job)?.toISOString() ?? null)}::timestamptz[],
      ${rows.map(({ key }) => key)}::text[],
      ${kinds.map(({ expireSeconds }) => expireSeconds)}::int[]
    ) as job (queue, data, due, key, expire_seconds)
    on conflict (name, coalesce(singleton_key, '')) where state = 'created' and policy = 'short'
    do update set start_after = least(waiting.start_after, excluded.start_after)
  `;
  await writeLater(db, inserted);
}

/** One statement may not meet a key twice; and keys in one order for all, so that two transactions cannot embrace. */
function onePerKey(jobs: readonly QueuedJob[]): { job: QueuedJob; key: string | null }[] {
  const loose: { job: QueuedJob; key: string | null }[] = [];
  const keyed = new Map<string, QueuedJob>();
  for (const job of jobs) {
    if (job.singletonKey === undefined) {
      loose.push({ job, key: null });
      continue;
    }
    const key = `${job.workspaceId}:${job.name}:${job.singletonKey}`;
    const known = keyed.get(key);
    if (!known || dueMs(job) < dueMs(known)) keyed.set(key, job);
  }
  const sorted = [...keyed].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, job]) => ({ job, key }));
  return [...loose, ...sorted];
}

function dueMs(job: QueuedJob): number {
  return dueOf(job)?.getTime() ?? 0;
}

function dueOf(job: QueuedJob): Date | undefined {
  return job.isHeld ? heldUntil(job.startAfter) : job.startAfter;
}
