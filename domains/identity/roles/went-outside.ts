import type { Ctx } from '#platform/ctx';
import { isOutside } from '#platform/domain';
import { teammateWentOutside } from '../contract.ts';
import { widest } from '../load-actor.ts';
import { rolesOf } from '../queries.ts';
import { rolesNamed } from './role-queries.ts';

/**
 * Told in the transaction in which a colleague becomes a guest or client by a change of roles: what they were given as a
 * colleague (brands, teams, who let them in) no longer holds. True when it was told.
 */
export async function tellIfOutside(
  ctx: Ctx,
  teammateId: string,
  { added, removed }: { readonly added: readonly string[]; readonly removed: readonly string[] },
): Promise<boolean> {
  const now = await rolesOf(ctx, teammateId);
  const before = [...now.filter(({ id }) => !added.includes(id)), ...(await rolesNamed(ctx, removed))];
  const isOut = (roles: typeof now): boolean => {
    const permissions = widest(roles.map((role) => role.permissions));
    return isOutside(ctx.house, { kind: 'teammate', id: teammateId, permissions, teamIds: new Set(), brandIds: 'all' });
  };
  if (!isOut(now) || isOut(before)) return false;
  ctx.emit(teammateWentOutside, teammateId, {});
  return true;
}
