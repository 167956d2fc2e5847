import type { Ctx } from '#platform/ctx';
import { isOutside } from '#platform/domain';
import { forgetAccount } from '../authenticate.ts';
import { teammateWentOutside } from '../contract.ts';
import { widest } from '../load-actor.ts';
import { deleteSessions } from '../my-sessions.ts';
import { rolesOf, type TeammateRow } from '../queries.ts';
import { rolesNamed } from './role-queries.ts';

/**
 * Told in the transaction in which a colleague becomes a guest or client by a change of roles: what they were given as a
 * colleague (brands, teams, who let them in) no longer holds. What their screens still hold is not for a guest or client
 * either: every session of theirs ends, whoever changed the roles (a teammate, or a group of their single sign-on).
 */
export async function tellIfOutside(
  ctx: Ctx,
  { id: teammateId, accountId }: Pick<TeammateRow, 'id' | 'accountId'>,
  { added, removed }: { readonly added: readonly string[]; readonly removed: readonly string[] },
): Promise<void> {
  const now = await rolesOf(ctx, teammateId);
  const before = [...now.filter(({ id }) => !added.includes(id)), ...(await rolesNamed(ctx, removed))];
  const isOut = (roles: typeof now): boolean => {
    const permissions = widest(roles.map((role) => role.permissions));
    return isOutside(ctx.house, { kind: 'teammate', id: teammateId, permissions, teamIds: new Set(), brandIds: 'all' });
  };
  if (!isOut(now) || isOut(before)) return;
  ctx.emit(teammateWentOutside, teammateId, {});
  if (accountId === null) return;
  await deleteSessions(ctx, accountId, null, {});
  forgetAccount(accountId);
}
