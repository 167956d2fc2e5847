import type { Pool } from 'pg';
import type { Page } from '#platform/contract';

/** A job that gave up. It says what it was and why it failed; its data stays inside. */
export interface DeadJob {
  readonly id: string;
  readonly job: string;
  readonly diedAt: Date;
  readonly askedAt: Date;
  readonly tries: number;
  readonly error: string;
}

/** Where a page of the dead list begins and how long it is. */
export interface DeadPage {
  readonly after?: string | null;
  readonly limit: number;
}

const longestErrorChars = 500;

/** The jobs of a workspace that gave up, newest first. */
export async function listDead(pool: Pool, workspaceId: string, page: DeadPage): Promise<Page<DeadJob>> {
  const [at, id] = page.after?.split('|') ?? [null, null];
  const { rows } = await pool.query(
    `select id, data->>'job' as job, created_on, to_char(created_on at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as position,
       source_created_on, source_retry_count, source_output->>'message' as message
     from jobs.job_common
     where name = 'dead' and data->>'workspaceId' = $1
       and ($2::timestamptz is null or (created_on, id) < ($2::timestamptz, $3::uuid))
     order by created_on desc, id desc limit $4`,
    [workspaceId, at ?? null, id ?? null, page.limit + 1],
  );
  const shown = rows.slice(0, page.limit);
  const last = shown.at(-1);
  return {
    rows: shown.map((row) => ({
      id: row.id,
      job: row.job,
      diedAt: row.created_on,
      askedAt: row.source_created_on ?? row.created_on,
      tries: (row.source_retry_count ?? 0) + 1,
      error: String(row.message ?? 'No reason was kept.').slice(0, longestErrorChars),
    })),
    next: rows.length > page.limit && last ? `${last.position}|${last.id}` : null,
  };
}

/** Puts a dead job back into its queue with all its tries; false when it is no longer there. */
export async function reviveDead(pool: Pool, workspaceId: string, id: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    `with gone as (
       delete from jobs.job_common where name = 'dead' and id = $2 and data->>'workspaceId' = $1 returning source_name, data
     )
     insert into jobs.job_common
       (name, data, start_after, keep_until, policy, expire_seconds, deletion_seconds,
        retry_limit, retry_delay, retry_backoff, retry_delay_max, heartbeat_seconds, dead_letter)
     select queue.name, gone.data, now(), now() + queue.retention_seconds * interval '1 second', 'standard',
       queue.expire_seconds, queue.deletion_seconds, queue.retry_limit, queue.retry_delay, queue.retry_backoff,
       queue.retry_delay_max, queue.heartbeat_seconds, queue.dead_letter
     from gone join jobs.queue on queue.name = gone.source_name`,
    [workspaceId, id],
  );
  return rowCount === 1;
}

/** Takes a dead job off the list for good; false when it is no longer there. */
export async function dropDead(pool: Pool, workspaceId: string, id: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    `delete from jobs.job_common where name = 'dead' and id = $2 and data->>'workspaceId' = $1`,
    [workspaceId, id],
  );
  return rowCount === 1;
}
