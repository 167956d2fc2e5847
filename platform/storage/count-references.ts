import { type Kysely, sql } from 'kysely';
import type { Ctx } from '#platform/ctx';
import { type DB, writeLater } from '#platform/database';

/** One more row of this transaction names the file; it is counted at the end of it (see `writeReferences`). */
export function keep(ctx: Pick<Ctx, 'references'>, sha256: string): void {
  count(ctx, sha256, 1);
}

/** One row less names the file. The sweep removes it when none is left. */
export function release(ctx: Pick<Ctx, 'references'>, sha256: string): void {
  count(ctx, sha256, -1);
}

function count({ references }: Pick<Ctx, 'references'>, sha256: string, by: number): void {
  references.set(sha256, (references.get(sha256) ?? 0) + by);
}

/**
 * Writes how many rows of a transaction name which files, just before its commit: a file that many name is held for a
 * moment only, and in the order of their addresses two transactions never embrace. What names a file that was never put
 * there, or releases one more often than it was kept, fails with its whole transaction.
 */
export async function writeReferences(
  trx: Kysely<DB>,
  workspaceId: string,
  references: ReadonlyMap<string, number>,
): Promise<void> {
  const changed = [...references].filter(([, by]) => by !== 0).sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [sha256, by] of changed) {
    const counted = sql`
      with counted as (
        update files set ref_count = ref_count + ${by}::int
        where workspace_id = ${workspaceId} and sha256 = ${sha256} and ref_count + ${by}::int >= 0
        returning 1)
      select case when not exists (select from counted) then miscounted_file() end`;
    await writeLater(trx, counted);
  }
}
