import { type Kysely, sql, type Transaction } from 'kysely';
import type { DB } from '#platform/database';

/** Most rounds over the tables: each removes at least those that no other refers to any more. */
const roundLimit = 30;

/** Removes everything of one workspace, in one transaction; the history lets its facts go only by this name. */
export async function dropWorkspace(db: Kysely<DB>, workspaceId: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`select set_config('rapport.drop_workspace', ${workspaceId}, true)`.execute(trx);
    let left = await tablesOf(trx);
    for (let round = 0; left.length > 0; round += 1) {
      if (round === roundLimit) throw new Error(`Tables that refer to each other in a circle: ${left.join(', ')}`);
      const still: string[] = [];
      for (const table of left) if (!(await emptied(trx, table, workspaceId))) still.push(table);
      left = still;
    }
    await sql`drop sequence if exists ${sql.raw(`numbers.${sqlName(`conversation_${workspaceId.replaceAll('-', '')}`)}`)}`.execute(
      trx,
    );
  });
}

/** Every table with rows of workspaces; partitions are reached through their parent. */
async function tablesOf(trx: Transaction<DB>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select c.oid::regclass::text as name from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped
    where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace = 'public'::regnamespace
    order by c.oid desc`.execute(trx);
  return rows.map(({ name }) => name);
}

/** False where rows of another table still refer to it: it is tried again in the next round. */
async function emptied(trx: Transaction<DB>, table: string, workspaceId: string): Promise<boolean> {
  await sql`savepoint before_table`.execute(trx);
  try {
    await sql`delete from ${sql.raw(table)} where workspace_id = ${workspaceId}`.execute(trx);
    await sql`release savepoint before_table`.execute(trx);
    return true;
  } catch (error) {
    if ((error as { code?: string }).code !== '23503') throw error;
    await sql`rollback to savepoint before_table`.execute(trx);
    return false;
  }
}

function sqlName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
