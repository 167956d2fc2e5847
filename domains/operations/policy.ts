import { type Actor, holds } from '#platform/policy';

/** Who may do something about what the health page shows; reading it is the permission of the route. */
export const can = {
  mend: (actor: Actor): boolean => holds(actor, 'settings.configure'),
};
