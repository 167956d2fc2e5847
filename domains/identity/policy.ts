import type { Scope } from '#platform/contract';
import { type Actor, covers, holds, scopeOf } from '#platform/policy';

/** The parts of a teammate that the rules look at. */
export interface TeammateFacts {
  readonly id: string;
  readonly deactivatedAt: Date | null;
}

/** Who may do what with teammates, roles and settings. */
export const can = {
  /** Colleagues know each other by name: every signed-in teammate sees the others. */
  readTeammates: (actor: Actor): boolean => actor.kind !== 'customer' && actor.kind !== 'assistant',
  /** Roles are given for all of the workspace or not at all, and none that allows more than the giver may. */
  invite: (actor: Actor): boolean => scopeOf(actor, 'roles.configure') === 'all',
  /** The same for what roles are. */
  configureRoles: (actor: Actor): boolean => can.invite(actor),
  /** To say why somebody sees something is for who may change it. */
  explainSight: (actor: Actor): boolean => can.invite(actor),
  /** A provider can say of anybody that it is them: only who may do all that an owner may connects one. */
  connectSso: (actor: Actor, owner: Readonly<Record<string, Scope>>): boolean =>
    can.invite(actor) && covers(actor, owner),
  giveRoles: (actor: Actor, teammate: TeammateFacts): boolean => can.invite(actor) && !teammate.deactivatedAt,
  /** Nobody shuts themselves out. */
  deactivate: (actor: Actor, teammate: TeammateFacts): boolean =>
    can.invite(actor) && teammate.id !== actor.id && !teammate.deactivatedAt,
  /** Whoever comes next by the address is them: not one's own, so that nobody signs themselves out for good. */
  releaseSso: (actor: Actor, teammate: TeammateFacts): boolean => can.deactivate(actor, teammate),
  /** A key does a part of what its maker may: whoever works here can make one. */
  makeKey: (actor: Actor): boolean => actor.kind === 'teammate' && actor.id !== null,
  /** Its owner, and whoever gives roles. */
  seeKey: (actor: Actor, teammateId: string | null): boolean =>
    can.invite(actor) || (teammateId !== null && teammateId === actor.id),
  readSettings: (actor: Actor): boolean => holds(actor, 'settings.read'),
  changeSettings: (actor: Actor): boolean => scopeOf(actor, 'settings.configure') === 'all',
};
