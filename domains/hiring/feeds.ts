import { sql } from 'kysely';
import { brandOf } from '#domains/brands';
import { refuseInSample } from '#domains/identity';
import type { Ctx, ReadCtx } from '#platform/ctx';
import { OutsideRefused, outsideUrl } from '#platform/fetch-outside';
import { notFound, problem } from '#platform/problem';
import { openingFeedChanged, type FeedView } from './contract.ts';
import { fetchFeeds } from './fetch-feeds.ts';
import { seenSince } from './outside-openings.ts';
import { can, managed } from './policy.ts';
import { tellFeeds } from './topics.ts';

/** Most feeds of a workspace. */
const feedLimit = 50;

const tooMany = problem('hiring/too-many-feeds', 422, `There are ${feedLimit} feeds already`, 'Take one away first.');
const wrongAddress = problem(
  'hiring/feed-address',
  422,
  'This address cannot be fetched',
  'Give the address of a page or feed on the public internet, with https:// before it.',
);
const known = problem('hiring/feed-known', 409, 'This feed is here already', 'Read it anew from the list.');

/** Every feed of the brands one hires for, with how its last reading went. */
export async function listFeeds(ctx: ReadCtx): Promise<FeedView[]> {
  const rows = await ctx.db
    .selectFrom('opening_feeds')
    .select(['id', 'brand_id', 'name', 'address', 'tried_at', 'outcome', 'says', 'next_at', 'claimed_at'])
    .select((eb) =>
      eb
        .selectFrom('outside_openings as opening')
        .select(sql<string>`count(*)`.as('shown'))
        .where('opening.workspace_id', '=', ctx.workspaceId)
        .whereRef('opening.feed_id', '=', 'opening_feeds.id')
        .where('opening.seen_at', '>', seenSince(ctx.now))
        .where((or) => or.or([or('opening.valid_through', 'is', null), or('opening.valid_through', '>', ctx.now)]))
        .as('shown'),
    )
    .where('workspace_id', '=', ctx.workspaceId)
    .where(managed(ctx.actor))
    .orderBy('id')
    .limit(feedLimit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    brandId: row.brand_id,
    name: row.name,
    address: row.address,
    triedAt: row.tried_at?.toISOString() ?? null,
    outcome: row.outcome as FeedView['outcome'],
    says: row.says,
    nextAt: row.next_at.toISOString(),
    isBeingRead: row.next_at <= ctx.now,
    shown: Number(row.shown),
  }));
}

/** Names a feed; it is read at once. The same one again is there once. */
export async function addFeed(
  ctx: Ctx,
  given: { readonly id: string; readonly brandId: string; readonly name: string; readonly address: string },
): Promise<FeedView[]> {
  if (!can.manage(ctx.actor, given)) throw notFound();
  await refuseInSample(ctx);
  await brandOf(ctx, given.brandId);
  const address = readAddress(given.address);
  const before = await listFeeds(ctx);
  if (before.some(({ id }) => id === given.id)) return before;
  if (before.length >= feedLimit) throw tooMany();
  const made = await ctx.db
    .insertInto('opening_feeds')
    .values({
      workspace_id: ctx.workspaceId,
      id: given.id,
      brand_id: given.brandId,
      name: given.name,
      address,
      added_at: ctx.now,
      added_by: ctx.actor.id,
      next_at: ctx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (made.numInsertedOrUpdatedRows !== 1n) throw known();
  ctx.emit(openingFeedChanged, given.id, { how: 'added' });
  tellFeeds(ctx, given.id);
  ctx.audit({ action: 'opening-feed.add', objectKind: 'opening-feed', objectId: given.id, objectName: given.name });
  ctx.enqueue(fetchFeeds.name, {});
  return listFeeds(ctx);
}

/** Reads a feed now. */
export async function readFeedNow(ctx: Ctx, id: string): Promise<FeedView[]> {
  await mustManage(ctx, id);
  await refuseInSample(ctx);
  await ctx.db
    .updateTable('opening_feeds')
    .set({ next_at: ctx.now })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .execute();
  tellFeeds(ctx, id);
  ctx.enqueue(fetchFeeds.name, {});
  return listFeeds(ctx);
}

/** Takes a feed away, with everything that came from it. */
export async function removeFeed(ctx: Ctx, id: string): Promise<FeedView[]> {
  const { name } = await mustManage(ctx, id);
  await ctx.db
    .deleteFrom('outside_openings')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('feed_id', '=', id)
    .execute();
  await ctx.db.deleteFrom('opening_feeds').where('workspace_id', '=', ctx.workspaceId).where('id', '=', id).execute();
  ctx.emit(openingFeedChanged, id, { how: 'removed' });
  tellFeeds(ctx, id);
  ctx.audit({ action: 'opening-feed.remove', objectKind: 'opening-feed', objectId: id, objectName: name });
  return listFeeds(ctx);
}

async function mustManage(ctx: Ctx, id: string): Promise<{ readonly name: string }> {
  const row = await ctx.db
    .selectFrom('opening_feeds')
    .select('name')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .where(managed(ctx.actor))
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw notFound();
  return row;
}

function readAddress(address: string): string {
  try {
    return outsideUrl(address).href;
  } catch (error) {
    if (error instanceof OutsideRefused) throw wrongAddress({ detail: error.message });
    throw error;
  }
}
