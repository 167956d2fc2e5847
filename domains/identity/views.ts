import type { Actor } from '#platform/policy';
import type { RoleView, TeammateView } from './contract.ts';
import { can } from './policy.ts';
import type { RoleRow, TeammateRow } from './queries.ts';

/** A teammate as colleagues see them, with what this one may do about it. */
export function teammateView(actor: Actor, teammate: TeammateRow): TeammateView {
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
      ...(can.deactivate(actor, teammate) ? (['deactivate'] as const) : []),
    ],
  } as TeammateView;
}

/** A role with what it allows. */
export function roleView(actor: Actor, role: RoleRow, people: number): RoleView {
  const isOwn = !role.isBuiltIn && can.configureRoles(actor);
  const mayWithOwn = people === 0 ? ['change', 'remove'] : ['change'];
  return {
    ...role,
    permissions: { ...role.permissions },
    people,
    can: isOwn ? mayWithOwn : [],
  } as RoleView;
}
