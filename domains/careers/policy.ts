import { type Actor, holds } from '#platform/policy';
import { mayNot } from '#platform/problem';

/** The catalogue is public to read; who may write it is one right over the whole workspace. */
export const can = {
  edit: (actor: Actor): boolean => actor.kind === 'system' || holds(actor, 'careers.edit'),
};

/** Refuses whoever may not write the catalogue. */
export function mustEdit(actor: Actor): void {
  if (!can.edit(actor)) throw mayNot();
}
