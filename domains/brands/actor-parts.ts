import { sql } from 'kysely';
import type { ActorParts } from '#platform/domain';

/**
 * The brands each serves: all of them where the workspace has one, or where a role says so (`brands.read` for all);
 * otherwise those they were asked into.
 */
export const actorParts: ActorParts = async (ctx, teammates) => {
  const isEverywhere = (permissions: ReadonlyMap<string, string>): boolean => permissions.get('brands.read') === 'all';
  const bound = teammates.filter(({ permissions }) => !isEverywhere(permissions)).map(({ id }) => id);
  const served = bound.length === 0 ? new Map<string, readonly string[]>() : await servedBy(ctx, bound);
  return new Map(
    teammates.map(({ id, permissions }) => [
      id,
      { brandIds: isEverywhere(permissions) || served === 'all' ? 'all' : (served.get(id) ?? []) },
    ]),
  );
};

/** All, where the workspace has one brand; otherwise teammate → the brands they were asked into. */
async function servedBy(
  ctx: Parameters<ActorParts>[0],
  ids: readonly string[],
): Promise<'all' | ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ single: boolean; served: readonly { teammate: string; brand: string }[] }>`
    select
      not exists (select 1 from brands where workspace_id = ${ctx.workspaceId} and not is_first) as single,
      (select coalesce(jsonb_agg(jsonb_build_object('teammate', teammate_id, 'brand', brand_id)), '[]')
        from brand_teammates where workspace_id = ${ctx.workspaceId} and teammate_id = any(${[...ids]}::uuid[])) as served
  `.execute(ctx.db);
  const [row] = rows;
  if (!row) return new Map();
  if (row.single) return 'all';
  const brands = new Map<string, string[]>();
  for (const { teammate, brand } of row.served) brands.set(teammate, [...(brands.get(teammate) ?? []), brand]);
  return brands;
}
