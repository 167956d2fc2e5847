import type { Pool } from 'pg';

/** How far the workers are behind, for health and metrics. */
export interface JobLag {
  /** Jobs that could run now and do not; counted up to 10,000. */
  readonly waiting: number;
  readonly oldestSeconds: number;
  /** Jobs that gave up; counted up to 10,000. */
  readonly dead: number;
}

/** Counting stops here: the health page asks often, and "10,000" says enough. */
const countLimit = 10_000;

/** Measures the lag of the whole house; both counts walk pg-boss's fetch index. */
export async function measureLag(pool: Pool): Promise<JobLag> {
  const { rows } = await pool.query(
    `select
       (select count(*)::int from (select 1 from jobs.job_common where name = 'dead' and state < 'active' and not blocked limit $1) dead) as dead,
       count(*)::int as waiting,
       coalesce(extract(epoch from now() - min(start_after)), 0)::float8 as oldest_seconds
     from (
       select start_after from jobs.job_common
       where name = any('{after,tasks,clock}') and state < 'active' and not blocked and start_after <= now() limit $1
     ) waiting`,
    [countLimit],
  );
  const row = rows[0];
  return { waiting: row.waiting, oldestSeconds: row.oldest_seconds, dead: row.dead };
}
