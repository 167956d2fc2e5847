import { careersOf } from '#domains/careers';
import { isSample } from '#domains/identity';
import type { Ctx } from '#platform/ctx';
import { newId } from '#platform/database';
import { type Job, outward } from '#platform/domain';
import { fetchOutside, OutsideRefused } from '#platform/fetch-outside';
import { openingFeedChanged } from './contract.ts';
import { placeNamed, roleNamed } from './feeds/match.ts';
import type { Posting } from './feeds/posting.ts';
import { type FeedRead, FeedUnreadable, readFeed } from './feeds/read-feed.ts';
import { tellFeeds } from './topics.ts';

const hourMs = 3_600_000;
/** A feed is read four times a day, and again in an hour where it could not be read. */
const restMs = 6 * hourMs;
const againMs = hourMs;
const readLimitSeconds = 30;
/** A claim whose reader died is free again after this long. */
const claimMs = 10 * 60_000;
const accept =
  'text/html, application/ld+json, application/feed+json, application/json, application/rss+xml, application/atom+xml, application/xml';

interface Reading {
  readonly id: string;
  readonly brandId: string;
  readonly address: string;
}
type Outcome = { readonly read: FeedRead } | { readonly failed: string };

/** Reads the feeds whose time has come, the longest waiting first: fetched outside any transaction, written down after. */
export const fetchFeeds: Job = {
  ...outward<Reading, Outcome>({
    name: 'hiring.fetch-feeds',
    limitSeconds: readLimitSeconds,
    claim,
    call: async (tools, { address }, signal) => {
      try {
        const { privateHosts } = tools.config;
        const answer = await fetchOutside(address, { accept, signal, privateHosts });
        if (answer.status !== 200) return { failed: `Its server answered ${answer.status}.` };
        return { read: readFeed(answer, tools.now()) };
      } catch (error) {
        if (error instanceof OutsideRefused || error instanceof FeedUnreadable) return { failed: error.message };
        throw error;
      }
    },
    record: async (ctx, reading, outcome) => {
      const known = 'known' in outcome ? outcome.known : { failed: 'Reading it broke off.' };
      if ('read' in known) await keepPostings(ctx, reading, known.read.postings);
      await settle(ctx, reading, known);
    },
  }),
  cron: '11,41 * * * *',
};

async function claim(ctx: Ctx, _data: unknown, claimId: string): Promise<Reading | null> {
  if (await isSample(ctx)) return null;
  const free = new Date(ctx.now.getTime() - claimMs);
  const row = await ctx.db
    .selectFrom('opening_feeds')
    .select(['id', 'brand_id', 'address'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('next_at', '<=', ctx.now)
    .where((eb) => eb.or([eb('claimed_at', 'is', null), eb('claimed_at', '<', free), eb('claim_id', '=', claimId)]))
    .orderBy('next_at')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  if (!row) return null;
  await ctx.db
    .updateTable('opening_feeds')
    .set({ claimed_at: ctx.now, claim_id: claimId })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', row.id)
    .execute();
  return { id: row.id, brandId: row.brand_id, address: row.address };
}

async function settle(ctx: Ctx, { id }: Reading, known: Outcome): Promise<void> {
  const isRead = 'read' in known;
  const settled = await ctx.db
    .updateTable('opening_feeds')
    .set({
      tried_at: ctx.now,
      outcome: isRead ? 'read' : 'failed',
      says: isRead ? known.read.says : known.failed.slice(0, 1000),
      next_at: new Date(ctx.now.getTime() + (isRead ? restMs : againMs)),
      claimed_at: null,
      claim_id: null,
    })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (settled.numUpdatedRows !== 1n) return;
  tellFeeds(ctx, id);
  ctx.emit(openingFeedChanged, id, { how: isRead ? 'read' : 'failed' });
}

/** What stands in the feed now is kept as it says; what stood in it before and does no longer goes. */
async function keepPostings(ctx: Ctx, feed: Reading, postings: readonly Posting[]): Promise<void> {
  const isThere = await ctx.db
    .selectFrom('opening_feeds')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', feed.id)
    .forUpdate()
    .executeTakeFirst();
  // taken away while it was read
  if (!isThere) return;
  const { catalogue, titles } = await careersOf(ctx, 'en');
  const rows = postings.map((one) => ({
    workspace_id: ctx.workspaceId,
    id: newId(),
    feed_id: feed.id,
    brand_id: feed.brandId,
    role: roleNamed(one.title, catalogue.roles, titles),
    place: placeNamed(one.country, catalogue.places),
    seen_at: ctx.now,
    ...rowOf(one),
  }));
  if (rows.length > 0)
    await ctx.db
      .insertInto('outside_openings')
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(['workspace_id', 'feed_id', 'ref']).doUpdateSet((eb) => ({
          title: eb.ref('excluded.title'),
          employer: eb.ref('excluded.employer'),
          town: eb.ref('excluded.town'),
          role: eb.ref('excluded.role'),
          place: eb.ref('excluded.place'),
          is_remote: eb.ref('excluded.is_remote'),
          posted_on: eb.ref('excluded.posted_on'),
          valid_through: eb.ref('excluded.valid_through'),
          url: eb.ref('excluded.url'),
          pay_low_minor: eb.ref('excluded.pay_low_minor'),
          pay_high_minor: eb.ref('excluded.pay_high_minor'),
          pay_currency: eb.ref('excluded.pay_currency'),
          pay_period: eb.ref('excluded.pay_period'),
          seen_at: eb.ref('excluded.seen_at'),
        })),
      )
      .execute();
  await ctx.db
    .deleteFrom('outside_openings')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('feed_id', '=', feed.id)
    .where('seen_at', '<', ctx.now)
    .execute();
}

function rowOf(one: Posting) {
  return {
    ref: one.ref,
    title: one.title,
    employer: one.employer,
    town: one.town,
    is_remote: one.isRemote,
    posted_on: one.postedOn,
    valid_through: one.validThrough,
    url: one.url,
    pay_low_minor: one.pay?.lowMinor ?? null,
    pay_high_minor: one.pay?.highMinor ?? null,
    pay_currency: one.pay?.currency ?? null,
    pay_period: one.pay?.period ?? null,
  };
}
