import { type Actor, scopeOf } from '#platform/policy';

/** Who may do something with the sample shop: whoever administers the whole workspace, in person. */
export const can = {
  administer: (actor: Actor): boolean => actor.kind === 'teammate' && scopeOf(actor, 'settings.configure') === 'all',
};
