import { type RawBuilder, sql } from 'kysely';
import { type Actor, holds, servesBrand } from '#platform/policy';

/** Who brings data in: whoever may, for the brands they serve. What a line does is asked of its own domain as well. */
export const can = {
  run: (actor: Actor, work: { readonly brandId: string }): boolean =>
    holds(actor, 'imports.run') && servesBrand(actor, work.brandId),
};

/** The SQL twin of `run`, over the column brand_id of an import. */
export function visible(actor: Actor): RawBuilder<boolean> {
  if (!holds(actor, 'imports.run')) return sql<boolean>`false`;
  return actor.brandIds === 'all' ? sql<boolean>`true` : sql<boolean>`brand_id = any(${[...actor.brandIds]}::uuid[])`;
}
