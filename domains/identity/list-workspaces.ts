import type { Kysely } from 'kysely';
import type { DB } from '#platform/database';

/** Workspaces read at once, and most of one installation; beyond it they are spread over several databases. */
const pageRows = 1_000;
const workspaceLimit = 100_000;

/** Every workspace of this database, but for samples that are being filled or removed: jobs by the clock serve each. */
export async function listWorkspaces(db: Kysely<DB>): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let last = '00000000-0000-0000-0000-000000000000'; ids.length < workspaceLimit; last = ids.at(-1) ?? last) {
    const rows = await db
      .selectFrom('workspaces')
      .select('workspace_id')
      .where('workspace_id', '>', last)
      .where((eb) => eb.or([eb('sample_of', 'is', null), eb('demo_filled_at', 'is not', null)]))
      .orderBy('workspace_id')
      .limit(pageRows)
      .execute();
    ids.push(...rows.map((row) => row.workspace_id));
    if (rows.length < pageRows) break;
  }
  return ids;
}
