import { type RawBuilder, sql } from 'kysely';
import { type Actor, holds, servesBrand } from '#platform/policy';

/** Who hires: whoever may, for the brands they serve. The public sees what is open, and their own application alone. */
export const can = {
  manage: (actor: Actor, opening: { readonly brandId: string }): boolean =>
    holds(actor, 'hiring.manage') && servesBrand(actor, opening.brandId),
};

/** The SQL twin of `manage`, over the column brand_id. */
export function managed(actor: Actor): RawBuilder<boolean> {
  if (!holds(actor, 'hiring.manage')) return sql<boolean>`false`;
  return servedBy(actor);
}

/** What is open is public; a teammate is shown that of the brands they serve. */
export function servedBy(actor: Actor): RawBuilder<boolean> {
  return actor.brandIds === 'all' ? sql<boolean>`true` : sql<boolean>`brand_id = any(${[...actor.brandIds]}::uuid[])`;
}
