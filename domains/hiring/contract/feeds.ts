/** Feeds of openings from elsewhere, as both sides of the wire see them. */
import * as z from 'zod';
import { event, id, ownWords, route } from '#platform/contract';

export const OpeningFeedId = id('OpeningFeed');

/** A feed was added, read or taken away (the subject is the feed). */
export const openingFeedChanged = event(
  'opening-feed.changed',
  1,
  z.object({ how: z.enum(['added', 'read', 'failed', 'removed']) }),
);

export const FeedView = z.object({
  id: z.string(),
  brandId: z.string(),
  name: z.string(),
  address: z.string(),
  /** When it was read, or tried, last; null: not yet. */
  triedAt: z.iso.datetime().nullable(),
  outcome: z.enum(['read', 'failed']).nullable(),
  /** What could not be read, and why. */
  says: ownWords(z.string()).nullable(),
  nextAt: z.iso.datetime(),
  isBeingRead: z.boolean(),
  /** Openings of it that the site shows. */
  shown: z.number().int(),
});
export type FeedView = z.output<typeof FeedView>;

const access = { permission: 'hiring.manage' } as const;
const one = z.object({ id: OpeningFeedId });
const reply = z.object({ rows: z.array(FeedView) });

export const listFeeds = route({
  method: 'GET',
  path: '/api/opening-feeds',
  summary: 'Feeds of openings from elsewhere, each with how its last reading went.',
  access,
  reply,
});

export const addFeed = route({
  method: 'POST',
  path: '/api/opening-feeds',
  summary: 'Name a feed of openings: a page with JobPosting of schema.org, RSS, Atom or JSON Feed. It is read at once.',
  access,
  body: z.object({
    id: z.uuid(),
    brandId: z.uuid().meta({ object: 'Brand' }),
    name: z.string().trim().min(1).max(160),
    address: z.string().trim().min(1).max(2_000),
  }),
  reply,
});

export const readFeedNow = route({
  method: 'PUT',
  path: '/api/opening-feeds/:id/reading',
  summary: 'Read a feed now rather than when its time comes.',
  access,
  params: one,
  reply,
});

export const removeFeed = route({
  method: 'DELETE',
  path: '/api/opening-feeds/:id',
  summary: 'Take a feed away, with everything on the site that came from it.',
  access,
  params: one,
  reply,
});
