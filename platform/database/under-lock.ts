import type pg from 'pg';

/**
 * Does one piece of work at a time over all processes of a database: others with the same number wait until it is done.
 * The lock belongs to the connection, so a process that dies lets go of it.
 */
export async function underLock<T>(
  pool: pg.Pool,
  lock: number,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lock]);
    return await work(client);
  } finally {
    await client.query('select pg_advisory_unlock($1)', [lock]).catch(() => undefined);
    client.release();
  }
}
