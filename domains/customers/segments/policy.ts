import { type RawBuilder, sql } from 'kysely';
import { type Actor, holds, servesBrand } from '#platform/policy';

/** What the policy looks at. */
export interface SegmentFacts {
  readonly ownerId: string;
  readonly brandId: string | null;
  readonly isShared: boolean;
}

/** Who may see a segment, share and change it. Who is in it is another question, asked of each customer. */
export const canUse = {
  /** One's own; and the shared ones of the brands served: nothing crosses, not even a name. */
  read: (actor: Actor, segment: SegmentFacts): boolean =>
    holds(actor, 'customers.read') &&
    (isOwner(actor, segment) ||
      (segment.isShared && (segment.brandId === null || servesBrand(actor, segment.brandId)))),
  /** One's own; and what is shared, for those who set up what customers have. */
  change: (actor: Actor, segment: SegmentFacts): boolean =>
    canUse.read(actor, segment) && (segment.isShared ? canUse.share(actor, segment) : isOwner(actor, segment)),
  /** For all brands only by who serves all. */
  share: (actor: Actor, segment: SegmentFacts): boolean =>
    !segment.isShared ||
    (holds(actor, 'fields.configure') &&
      (segment.brandId === null ? actor.brandIds === 'all' : servesBrand(actor, segment.brandId))),
};

function isOwner(actor: Actor, segment: SegmentFacts): boolean {
  return actor.id !== null && segment.ownerId === actor.id;
}

/** The SQL twin of `canUse.read`, over the columns of a segment. */
export function shownTo(actor: Actor): RawBuilder<boolean> {
  if (!holds(actor, 'customers.read')) return sql<boolean>`false`;
  const served =
    actor.brandIds === 'all' ? sql`true` : sql`(brand_id is null or brand_id = any(${[...actor.brandIds]}::uuid[]))`;
  return sql<boolean>`(owner_id = ${actor.id}::uuid or (is_shared and ${served}))`;
}
