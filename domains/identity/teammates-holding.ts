import { sql } from 'kysely';
import type { ReadCtx } from '#platform/ctx';

/** Most teammates that are told of something because of what they may do. */
const holderLimit = 100;

/** Teammates at work one of whose roles gives this permission, in whichever scope. */
export async function teammatesHolding(ctx: ReadCtx, permission: string): Promise<readonly string[]> {
  const rows = await ctx.db
    .selectFrom('teammates as t')
    .select('t.id')
    .where('t.workspace_id', '=', ctx.workspaceId)
    .where('t.deactivated_at', 'is', null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('teammate_roles as given')
          .innerJoin('roles', (join) =>
            join.onRef('roles.workspace_id', '=', 'given.workspace_id').onRef('roles.id', '=', 'given.role_id'),
          )
          .select('roles.id')
          .whereRef('given.workspace_id', '=', 't.workspace_id')
          .whereRef('given.teammate_id', '=', 't.id')
          .where(sql<boolean>`roles.permissions ? ${permission}`),
      ),
    )
    .orderBy('t.id')
    .limit(holderLimit)
    .execute();
  return rows.map(({ id }) => id);
}
