import type { Selectable } from 'kysely';
import type { ReadCtx, Ctx } from '#platform/ctx';
import type { DB } from '#platform/database';

const columns = [
  'opening.id',
  'opening.title',
  'opening.employer',
  'opening.town',
  'opening.role',
  'opening.place',
  'opening.is_remote',
  'opening.posted_on',
  'opening.url',
  'opening.pay_low_minor',
  'opening.pay_high_minor',
  'opening.pay_currency',
  'opening.pay_period',
] as const;

type Columns =
  | 'id'
  | 'title'
  | 'employer'
  | 'town'
  | 'role'
  | 'place'
  | 'is_remote'
  | 'posted_on'
  | 'url'
  | 'pay_low_minor'
  | 'pay_high_minor'
  | 'pay_currency'
  | 'pay_period';
export type OutsideRow = Pick<Selectable<DB['outside_openings']>, Columns> & { readonly source: string };

/** Most openings from elsewhere that a page of the public site lists. */
const publicLimit = 100;
/** A feed that cannot be read for so long says nothing about what is open: what it said before is not shown. */
export const staleDays = 7;
const dayMs = 86_400_000;

/** Since when an opening must have stood in its feed to be shown. */
export function seenSince(now: Date): Date {
  return new Date(now.getTime() - staleDays * dayMs);
}

/** Openings from elsewhere that the public sees of a brand, the newest first, each with who publishes it. */
export async function publicOutside(ctx: ReadCtx, brandId: string): Promise<OutsideRow[]> {
  return ctx.db
    .selectFrom('outside_openings as opening')
    .innerJoin('opening_feeds as feed', (join) =>
      join.onRef('feed.workspace_id', '=', 'opening.workspace_id').onRef('feed.id', '=', 'opening.feed_id'),
    )
    .select(columns)
    .select('feed.name as source')
    .where('opening.workspace_id', '=', ctx.workspaceId)
    .where('opening.brand_id', '=', brandId)
    .where('opening.seen_at', '>', seenSince(ctx.now))
    .where((eb) => eb.or([eb('opening.valid_through', 'is', null), eb('opening.valid_through', '>', ctx.now)]))
    .orderBy('opening.posted_on', (order) => order.desc().nullsLast())
    .orderBy('opening.id', 'desc')
    .limit(publicLimit)
    .execute();
}

/** Every night: what has passed its last day, or has not stood in its feed for long, goes. */
export async function dropPassedOutside(ctx: Ctx): Promise<void> {
  await ctx.db
    .deleteFrom('outside_openings')
    .where('workspace_id', '=', ctx.workspaceId)
    .where((eb) => eb.or([eb('valid_through', '<=', ctx.now), eb('seen_at', '<=', seenSince(ctx.now))]))
    .execute();
}
