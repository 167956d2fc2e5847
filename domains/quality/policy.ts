import { type Actor, scopeOf } from '#platform/policy';

/** What the policy looks at: whose work it is, and their teams. */
export interface ResultFacts {
  readonly teammateId: string | null;
  readonly teamIds: readonly string[];
}

/** Who may read and record results. */
export const can = {
  /** Everybody reads what is recorded about their own work, no later than others; leaders their teams'. */
  read: (actor: Actor, result: ResultFacts): boolean => isOwn(actor, result) || reaches(actor, 'quality.read', result),
  /** Our own checks, a reviewer for their reach, and everybody for themselves. */
  record: (actor: Actor, result: ResultFacts & { readonly judgeKind: string }): boolean =>
    reaches(actor, 'quality.record', result) || (result.judgeKind === 'self' && isOwn(actor, result)),
};

function isOwn(actor: Actor, result: ResultFacts): boolean {
  return actor.id !== null && result.teammateId === actor.id;
}

function reaches(actor: Actor, permission: string, result: ResultFacts): boolean {
  const scope = scopeOf(actor, permission);
  if (scope === 'all' || scope === 'brand') return true;
  return scope === 'team' && result.teamIds.some((id) => actor.teamIds.has(id));
}
