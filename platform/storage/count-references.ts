import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx';
import { writeLater } from '#platform/database';

/** One more row of this transaction names the file. Naming several: in the order of their addresses, as with any lock. */
export async function keep(ctx: Pick<Ctx, 'db' | 'workspaceId'>, sha256: string): Promise<void> {
  const named = sql`
    update files set ref_count = ref_count + 1 where workspace_id = ${ctx.workspaceId} and sha256 = ${sha256}
  `;
  await writeLater(ctx.db, named, (rowCount) => {
    if (rowCount !== 1) throw new Error('A row names a file that was never put into this workspace.');
  });
}

/** One row less names the file. The sweep removes it when none is left. */
export async function release(ctx: Pick<Ctx, 'db' | 'workspaceId'>, sha256: string): Promise<void> {
  const { numAffectedRows } = await sql`
    update files set ref_count = ref_count - 1
    where workspace_id = ${ctx.workspaceId} and sha256 = ${sha256} and ref_count > 0
  `.execute(ctx.db);
  if (numAffectedRows !== 1n) throw new Error('A file was released more often than it was kept.');
}
