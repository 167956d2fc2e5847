import type { Actor } from '#platform/policy';
import { signInFirst } from '#platform/problem';

/** Who may do what with a notice. */
export const can = {
  /** A notice is for one teammate, and nobody else's: not even their leader's. */
  read: (actor: Actor, notice: { readonly teammateId: string }): boolean =>
    actor.kind === 'teammate' && actor.id === notice.teammateId,
};

/** The teammate who asks; whoever is none has no notices. */
export function myId(actor: Actor): string {
  if (actor.kind !== 'teammate' || actor.id === null) throw signInFirst();
  return actor.id;
}
