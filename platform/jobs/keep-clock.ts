import type { Pool } from 'pg';
import type { PgBoss } from 'pg-boss';
import type { Tools } from '#platform/domain';
import { heartbeatSeconds, keepDoneSeconds, keepWaitingSeconds, type RetryRule } from './queues.ts';
import type { Repertoire } from './run-job.ts';

/** Most workspaces one statement fans a tick out to. */
const fanOutLimit = 1_000;

/** Tells pg-boss the hours of every job by the clock, and forgets those of jobs that are gone. */
export async function setClock(boss: PgBoss, repertoire: Repertoire): Promise<void> {
  const known = await boss.getSchedules('clock');
  for (const job of repertoire.jobs.values()) {
    if (job.cron === undefined) continue;
    if (job.cron.trim().split(/\s+/).length !== 5)
      throw new Error(`The hours of "${job.name}" must be five fields: minutes are the finest.`);
    // `once`: a night when nothing ran is made up by one run, not by many and not by none.
    await boss.schedule('clock', job.cron, { job: job.name }, { key: job.name, tz: 'UTC', missed: 'once' });
  }
  for (const { key } of known) {
    if (repertoire.jobs.get(key)?.cron === undefined) await boss.unschedule('clock', key);
  }
}

/**
 * Fans one tick out: a job for each workspace. Repeating it (a worker killed half-way) adds nothing, because the tick's
 * minute and the workspace are one key. A workspace whose last tick still waits gets no second one.
 */
export async function fanOutTick(
  pool: Pool,
  tools: Tools,
  repertoire: Repertoire,
  retry: RetryRule,
  tick: { job: string; at: Date },
): Promise<void> {
  const { expireSeconds } = repertoire.kindOf(tick.job);
  const minute = new Date(Math.floor(tick.at.getTime() / 60_000) * 60_000).toISOString();
  const workspaceIds = await tools.workspaceIds();
  for (let from = 0; from < workspaceIds.length; from += fanOutLimit) {
    await pool.query(
      `insert into jobs.job_common
         (name, priority, data, singleton_on, singleton_key, policy, keep_until, expire_seconds, deletion_seconds,
          retry_limit, retry_delay, retry_backoff, retry_delay_max, heartbeat_seconds, dead_letter)
       select 'tasks', -1, jsonb_build_object('job', $2::text, 'workspaceId', id), $3::timestamptz at time zone 'UTC',
         id || ':' || $2 || ':clock', 'short', now() + $4::int * interval '1 second', $5, $6, $7, $8, true, $9, $10, 'dead'
       from unnest($1::text[]) as id
       on conflict do nothing`,
      [
        workspaceIds.slice(from, from + fanOutLimit),
        tick.job,
        minute,
        keepWaitingSeconds,
        expireSeconds,
        keepDoneSeconds,
        retry.limit,
        retry.delaySeconds,
        retry.longestDelaySeconds,
        heartbeatSeconds,
      ],
    );
  }
}
