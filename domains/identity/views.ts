import type { Actor } from '#platform/policy';
import type { RoleView, TeammateView } from './contract.ts';
import { can } from './policy.ts';
import type { RoleRow, TeammateRow } from './queries.ts';

/** A teammate as colleagues see them, with what this one may do about it; `above` are the roles that allow more. */
export function teammateView(actor: Actor, teammate: TeammateRow, above: ReadonlySet<string>): TeammateView {
  const standsAbove = teammate.roles.some(({ id }) => above.has(id));
  return {
    id: teammate.id,
    name: teammate.name,
    address: teammate.address,
    locale: teammate.locale,
    zone: teammate.zone,
    roles: teammate.roles.map(({ id, name }) => ({ id, name })),
    isInvited: teammate.accountId === null,
    deactivatedAt: teammate.deactivatedAt?.toISOString() ?? null,
    can: [
      ...(can.giveRoles(actor, teammate) ? (['give-roles'] as const) : []),
      ...(can.deactivate(actor, teammate) && !standsAbove ? (['deactivate'] as const) : []),
      ...(teammate.isLinked && can.releaseSso(actor, teammate) && !standsAbove ? (['release-sso'] as const) : []),
    ],
  } as TeammateView;
}

/** A role with what it allows, and whether the reader may give it: none that allows more than they may themselves. */
export function roleView(actor: Actor, role: RoleRow, people: number, isAbove: boolean): RoleView {
  const isOwn = !role.isBuiltIn && can.configureRoles(actor);
  const mayWithOwn = people === 0 ? ['change', 'remove'] : ['change'];
  const mayGive = can.configureRoles(actor) && !isAbove ? ['give'] : [];
  return {
    ...role,
    permissions: { ...role.permissions },
    people,
    can: [...(isOwn ? mayWithOwn : []), ...mayGive],
  } as RoleView;
}
