import type { Ctx } from '#platform/ctx';
import { sql } from 'kysely';

/** A change of the catalogue: every process reads it anew with its next request. Changes wait for each other here. */
export async function raiseVersion(ctx: Ctx): Promise<void> {
  await sql`
    insert into career_versions as known (workspace_id, version) values (${ctx.workspaceId}::uuid, 1)
    on conflict (workspace_id) do update set version = known.version + 1`.execute(ctx.db);
}
