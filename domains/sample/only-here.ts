import { sql } from 'kysely';
import type { Tools } from '#platform/domain';

/**
 * Does the work unless another process is at this shop at the moment: that one goes on. The lock is the transaction's own,
 * so whoever dies lets go of it; nothing is written in it.
 */
export async function onlyHere(tools: Tools, sampleId: string, work: () => Promise<void>): Promise<void> {
  await tools.transact({ workspaceId: sampleId, via: 'job' }, async (ctx) => {
    const { rows } = await sql<{ got: boolean }>`
      select pg_try_advisory_xact_lock(hashtextextended(${ctx.workspaceId}::text, 0)) as got`.execute(ctx.db);
    // its own job goes on, or is found dead and tried again
    if (rows[0]?.got !== true) throw new Error('Another process is at this shop.');
    await work();
  });
}
