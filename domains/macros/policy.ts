import { type ExpressionBuilder, sql } from 'kysely';
import type { DB } from '#platform/database';
import { type Actor, holds, scopeOf, servesBrand } from '#platform/policy';

/** What the policy looks at. */
export interface MacroFacts {
  readonly visibility: string;
  readonly ownerId: string | null;
  readonly teamId: string | null;
  readonly brandId: string | null;
}

/** Who may do what with a macro, each rule as a sentence. */
export const can = {
  /** One's own; those of one's teams; those of the brands one serves; those for everybody. */
  use: (actor: Actor, macro: MacroFacts): boolean => {
    if (macro.brandId !== null && !servesBrand(actor, macro.brandId)) return false;
    if (actor.kind === 'system' || actor.kind === 'rule') return true;
    if (macro.visibility === 'mine') return macro.ownerId === actor.id;
    if (macro.visibility === 'team') return mayLead(actor) || actor.teamIds.has(macro.teamId ?? '');
    return true;
  },
  /** One's own by oneself; shared ones by who sets up conversations there. */
  change: (actor: Actor, macro: MacroFacts): boolean => {
    if (!can.use(actor, macro)) return false;
    if (macro.visibility === 'mine') return true;
    if (!holds(actor, 'conversations.configure')) return false;
    const scope = scopeOf(actor, 'conversations.configure');
    if (scope === 'all') return true;
    if (macro.visibility === 'team') return scope === 'brand' || actor.teamIds.has(macro.teamId ?? '');
    return macro.visibility === 'brand' && (scope === 'brand' || scope === 'team');
  },
};

function mayLead(actor: Actor): boolean {
  const scope = scopeOf(actor, 'conversations.configure');
  return scope === 'all' || scope === 'brand';
}

/** The SQL twin of `can.use`. */
export function usable(actor: Actor) {
  return (eb: ExpressionBuilder<DB, 'macros'>) => {
    const ofBrand =
      actor.brandIds === 'all'
        ? eb.val(true)
        : eb.or([eb('brand_id', 'is', null), eb('brand_id', '=', sql<string>`any(${[...actor.brandIds]}::uuid[])`)]);
    if (actor.kind === 'system' || actor.kind === 'rule') return eb.and([ofBrand]);
    const ofTeam = mayLead(actor)
      ? eb('visibility', '=', 'team')
      : eb.and([eb('visibility', '=', 'team'), eb('team_id', '=', sql<string>`any(${[...actor.teamIds]}::uuid[])`)]);
    return eb.and([
      ofBrand,
      eb.or([
        eb('visibility', 'in', ['brand', 'all']),
        eb.and([eb('visibility', '=', 'mine'), eb('owner_id', '=', actor.id ?? nobody)]),
        ofTeam,
      ]),
    ]);
  };
}

/** An id that nobody has. */
const nobody = '00000000-0000-0000-0000-000000000000';
