import { type Scope, scopes } from '#platform/contract';
import { type Actor, holds, scopeOf, servesBrand } from '#platform/policy';

/** What the policy looks at: the brand and team that are asked for, where one is. */
export interface FigureFacts {
  readonly brandId?: string | undefined;
  readonly teamId?: string | undefined;
}

/** Whoever has the figures of their own brand and none of the desk's. */
export function isClient(actor: Actor): boolean {
  return !holds(actor, 'metrics.read') && holds(actor, 'metrics.client');
}

/** Whose figures somebody may ask for. */
export const can = {
  /** Of a brand they serve; of a team of theirs, unless their figures reach further. */
  read: (actor: Actor, asked: FigureFacts): boolean => {
    const scope = scopeOf(actor, 'metrics.read');
    // a client asks for a whole brand of theirs: a team's figures can be one person's
    if (isClient(actor))
      return asked.brandId !== undefined && servesBrand(actor, asked.brandId) && asked.teamId === undefined;
    if (scope === null) return false;
    if (asked.brandId !== undefined && !servesBrand(actor, asked.brandId)) return false;
    return asked.teamId === undefined || scope === 'brand' || scope === 'all' || actor.teamIds.has(asked.teamId);
  },
};

/**
 * The reader as a figure counts for them: what they see of conversations, and no further than their figures reach. The
 * value and its rows are both asked for by this actor, so that a number never tells more than its rows. For a client
 * everything of their brand counts that is not confidential; no row of it is shown.
 */
export function reader(actor: Actor): Actor {
  const scope = scopeOf(actor, 'metrics.read');
  if (isClient(actor)) return { ...actor, permissions: new Map([['conversations.read', 'brand']]) };
  if (scope !== 'team') return actor;
  return {
    ...actor,
    permissions: new Map([...actor.permissions].map(([name, held]) => [name, narrower(held, scope)])),
  };
}

/** The teams whose work is counted, where figures reach no further. */
export function teamsOf(actor: Actor): readonly string[] | undefined {
  return scopeOf(actor, 'metrics.read') === 'team' ? [...actor.teamIds] : undefined;
}

/** Whose work alone is counted: one's own, where figures reach no further. */
export function onlyOf(actor: Actor): string | undefined {
  return scopeOf(actor, 'metrics.read') === 'own' ? (actor.id ?? nobody) : undefined;
}

/** An id that nobody has. */
const nobody = '00000000-0000-0000-0000-000000000000';

function narrower(a: Scope, b: Scope): Scope {
  return scopes.indexOf(a) <= scopes.indexOf(b) ? a : b;
}
