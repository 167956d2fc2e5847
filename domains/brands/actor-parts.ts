import { sql } from 'kysely';
import type { ActorParts } from '#platform/domain';

/**
 * The brands somebody serves: all of them where the workspace has one, or where a role says so (`brands.read` for all);
 * otherwise those they were asked into.
 */
export const actorParts: ActorParts = async (ctx, { id, permissions }) => {
  if (permissions.get('brands.read') === 'all') return { brandIds: 'all' };
  const { rows } = await sql<{ single: boolean; ids: string[] }>`
    select
      not exists (select 1 from brands where workspace_id = ${ctx.workspaceId} and not is_first) as single,
      array(select brand_id from brand_teammates where workspace_id = ${ctx.workspaceId} and teammate_id = ${id}) as ids
  `.execute(ctx.db);
  const served = rows[0];
  if (!served) return {};
  return { brandIds: served.single ? 'all' : served.ids };
};
