import { type RawBuilder, sql } from 'kysely';
import { ofBrandsServed } from '#domains/brands';
import { type Actor, holds, servesBrand } from '#platform/policy';

/** What the policy looks at. */
export interface ImprovementFacts {
  readonly brandId: string;
}

/** Who may read what should be mended, and say what becomes of it. Which conversations show it is another question. */
export const can = {
  /** Whoever reads conversations, of the brands they serve: also what became of what they did not suggest themselves. */
  read: (actor: Actor, { brandId }: ImprovementFacts): boolean =>
    holds(actor, 'conversations.read') && servesBrand(actor, brandId),
  settle: (actor: Actor, facts: ImprovementFacts): boolean =>
    can.read(actor, facts) && holds(actor, 'improvements.settle'),
};

/** The SQL twin of `can.read`. */
export function visible(actor: Actor): RawBuilder<boolean> {
  return holds(actor, 'conversations.read') ? ofBrandsServed(actor, sql.ref('brand_id')) : sql<boolean>`false`;
}
