import { type Actor, holds } from '#platform/policy';

/** Who may change when we work. Everybody may know it. */
export const can = {
  change: (actor: Actor): boolean => holds(actor, 'calendars.configure'),
};
