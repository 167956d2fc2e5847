import { type Actor, holds, scopeOf } from '#platform/policy';

/** Who may see and set how many chats somebody has at once: as for the setting, of which it is a part. */
export const can = {
  seeLimits: (actor: Actor): boolean => holds(actor, 'settings.read'),
  setLimits: (actor: Actor): boolean => scopeOf(actor, 'settings.configure') === 'all',
  /** Everybody follows their own. */
  followLimit: (actor: Actor, teammateId: string): boolean => actor.id === teammateId || can.seeLimits(actor),
};
