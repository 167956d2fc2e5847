import { type ExpressionBuilder, sql } from 'kysely';
import type { DB } from '#platform/database';
import { type Actor, holds, servesBrand } from '#platform/policy';

/** What the rule looks at. */
export interface ClientFacts {
  readonly brandId: string;
  readonly confidentialAt: Date | null;
  readonly mergedAt: Date | null;
}

/** What the client of an outsourcer reads: their own brand, where an administrator allows it, and only what was said. */
export const can = {
  readBrand: (actor: Actor, brandId: string): boolean =>
    holds(actor, 'conversations.client') && servesBrand(actor, brandId),
  /** What is confidential is for those named alone, and a client is never named. */
  read: (actor: Actor, c: ClientFacts): boolean =>
    can.readBrand(actor, c.brandId) && c.confidentialAt === null && c.mergedAt === null,
};

/** The SQL twin of `can.read`. */
export function visibleToClient(actor: Actor) {
  return (eb: ExpressionBuilder<DB, 'conversations'>) => {
    if (!holds(actor, 'conversations.client')) return eb.and([eb.val(false)]);
    const plain = [eb('confidential_at', 'is', null), eb('merged_at', 'is', null)];
    if (actor.brandIds === 'all') return eb.and(plain);
    return eb.and([...plain, eb('brand_id', '=', sql<string>`any(${[...actor.brandIds]}::uuid[])`)]);
  };
}
