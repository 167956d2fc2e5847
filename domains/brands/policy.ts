import { sql, type RawBuilder } from 'kysely';
import { type Actor, holds, scopeOf, servesBrand } from '#platform/policy';

/** Who sees and changes brands and their lines. Nothing crosses from one brand to another. */
export const can = {
  readBrand: (actor: Actor, brandId: string): boolean => servesBrand(actor, brandId),
  configureBrand: (actor: Actor, brandId: string): boolean =>
    servesBrand(actor, brandId) && holds(actor, 'brands.configure'),
  /** Whether there is a brand of which they say how it is known. */
  configureAny: (actor: Actor): boolean =>
    holds(actor, 'brands.configure') && (actor.brandIds === 'all' || actor.brandIds.size > 0),
  /** A new brand belongs to nobody yet: only who serves them all may add one. */
  openBrand: (actor: Actor): boolean => scopeOf(actor, 'brands.configure') === 'all',
  /** As adding one: and none that somebody does not serve. */
  archiveBrand: (actor: Actor, brandId: string): boolean => servesBrand(actor, brandId) && can.openBrand(actor),
  readLine: (actor: Actor, brandId: string): boolean => servesBrand(actor, brandId) && holds(actor, 'lines.read'),
  /** Writing to somebody first takes what replying takes. */
  startOn: (actor: Actor, brandId: string): boolean =>
    servesBrand(actor, brandId) && holds(actor, 'conversations.reply'),
  openLine: (actor: Actor): boolean => holds(actor, 'lines.configure'),
  configureLine: (actor: Actor, brandId: string): boolean =>
    servesBrand(actor, brandId) && holds(actor, 'lines.configure'),
};

/** The SQL twin of "serves the brand", over the column that holds the brand. */
export function ofBrandsServed(actor: Actor, column: RawBuilder<unknown>): RawBuilder<boolean> {
  return actor.brandIds === 'all' ? sql<boolean>`true` : sql<boolean>`${column} = any(${[...actor.brandIds]}::uuid[])`;
}
