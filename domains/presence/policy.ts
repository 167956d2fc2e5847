import { type Actor, scopeOf } from '#platform/policy';
import { problem } from '#platform/problem';

/** What the policy looks at. */
export interface PresenceFacts {
  readonly teammateId: string;
  readonly teamIds: readonly string[];
}

/** Who may see whose state. */
export const can = {
  /** Your own always; with `presence.read` those of your teams, or of everybody. A brand has no presence of its own. */
  read: (actor: Actor, presence: PresenceFacts): boolean => {
    const reach = reachOf(actor);
    if (actor.id !== null && presence.teammateId === actor.id) return true;
    if (reach === 'all') return true;
    return reach === 'team' && presence.teamIds.some((teamId) => actor.teamIds.has(teamId));
  },
  /** Your own with `presence.set`; a leader also that of their teams, or of everybody. */
  set: (actor: Actor, presence: PresenceFacts): boolean => {
    const scope = scopeOf(actor, 'presence.set');
    if (scope === null) return false;
    if (scope === 'all' || presence.teammateId === actor.id) return true;
    return scope !== 'own' && presence.teamIds.some((teamId) => actor.teamIds.has(teamId));
  },
};

export const mayNotSet = problem(
  'presence/may-not-set',
  403,
  'You may not set this state',
  'Ask them, or their leader.',
);

/** How far somebody sees others: not at all, their teams, or everybody. */
export function reachOf(actor: Actor): 'own' | 'team' | 'all' {
  const scope = scopeOf(actor, 'presence.read');
  if (scope === 'all') return 'all';
  return scope === 'team' || scope === 'brand' ? 'team' : 'own';
}
