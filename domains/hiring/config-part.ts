import * as z from 'zod';
import { newId } from '#platform/database';
import { configPart } from '#platform/domain';
import { problem } from '#platform/problem';
import { addFeed, listFeeds } from './feeds.ts';

const nameStays = problem(
  'hiring/feed-name-stays',
  422,
  'The name of a feed that is there is not changed from a file',
  'Take it away here, then apply the file.',
);

/** Feeds by their address. */
export const openingFeedsPart = configPart({
  name: 'openingFeeds',
  says: 'Feeds of openings from elsewhere that the careers site shows.',
  permission: 'hiring.manage',
  tables: ['opening_feeds'],
  item: z.strictObject({
    name: z.string().trim().min(1).max(160),
    brandId: z.string(),
    address: z.string().trim().min(1).max(2_000),
  }),
  keyOf: ({ brandId, address }) => `${brandId} ${address}`,
  read: async (ctx) => (await listFeeds(ctx)).map(({ name, brandId, address }) => ({ name, brandId, address })),
  async write(ctx, feed, before) {
    if (before !== undefined) throw nameStays();
    await addFeed(ctx, { ...feed, id: newId() });
  },
});
