import type { Pool } from 'pg';
import { keepWaitingSeconds } from './queues.ts';

/** A held job is due so much later than it was meant to be; its release takes this off again. */
const heldForDays = 36_500;
const dayMs = 24 * 3600_000;

/** When a job is due while it is held. */
export function heldUntil(meant: Date | undefined): Date {
  return new Date((meant?.getTime() ?? Date.now()) + heldForDays * dayMs);
}

/** The held jobs of a workspace are due when they were meant to be; says how many. */
export async function releaseHeld(pool: Pool, workspaceId: string): Promise<number> {
  const { rowCount } = await pool.query(
    `update jobs.job_common
     set start_after = start_after - $2::int * interval '1 day',
       keep_until = greatest(start_after - $2::int * interval '1 day', now()) + $3::int * interval '1 second'
     where state = 'created' and data->>'workspaceId' = $1 and start_after > now() + $2::int / 2 * interval '1 day'`,
    [workspaceId, heldForDays, keepWaitingSeconds],
  );
  return rowCount ?? 0;
}

/** Takes every job of a workspace that is leaving off the list, whatever became of it; says how many. */
export async function forgetJobs(pool: Pool, workspaceId: string): Promise<number> {
  const { rowCount } = await pool.query(`delete from jobs.job_common where data->>'workspaceId' = $1`, [workspaceId]);
  return rowCount ?? 0;
}
