import { sql, type Updateable } from 'kysely';
import type { Ctx } from '#platform/ctx';
import type { DB } from '#platform/database';

/** The one way an import changes: its version rises and open pages are told. */
export async function change(
  ctx: Ctx,
  id: string,
  changes: Omit<Updateable<DB['imports']>, 'workspace_id' | 'id' | 'version'>,
): Promise<void> {
  await ctx.db
    .updateTable('imports')
    .set({ ...changes, version: sql`version + 1` })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .execute();
  ctx.touch('import', id);
}
