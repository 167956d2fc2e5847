import { fromJobPosting, fromJsonFeed, jobPostings } from './from-json.ts';
import { feedItems, fromItem, linkedData } from './from-xml.ts';
import type { Posting } from './posting.ts';

/** What one reading of a feed gave. */
export interface FeedRead {
  readonly postings: readonly Posting[];
  /** What could not be read and why, in a sentence; null where everything could. */
  readonly says: string | null;
}

/** Most postings that are taken from one feed. */
export const postingLimit = 500;

/**
 * The postings in what an address answered: schema.org's JobPosting in a page or in JSON, a JSON Feed, RSS or Atom. What
 * has passed is left out; what lacks a title or an address of its own is counted. Throws where nothing can be read at all.
 */
export function readFeed(
  answer: { readonly mediaType: string; readonly text: string; readonly url: string },
  now: Date,
): FeedRead {
  const { all, broken } = postingsIn(answer);
  const whole = all.filter((one) => one !== null);
  const open = whole.filter(({ validThrough }) => validThrough === null || validThrough > now);
  const once = [...new Map(open.map((one) => [one.ref, one])).values()];
  const lost = all.length - whole.length;
  const says = [
    all.length === 0 && broken === 0 && 'Read, and no opening is in it.',
    lost > 0 && `${lost} of ${all.length} could not be read: no title, or no address of its own.`,
    broken > 0 && `Parts of the page that are no valid JSON: ${broken}.`,
    open.length < whole.length && `Past their last day: ${whole.length - open.length}.`,
    once.length > postingLimit && `Only the first ${postingLimit} are shown.`,
  ];
  return { postings: once.slice(0, postingLimit), says: says.filter(Boolean).join(' ') || null };
}

/** The answer cannot be read as any of the kinds that are known. */
export class FeedUnreadable extends Error {}

type Found = { readonly all: readonly (Posting | null)[]; readonly broken: number };

function postingsIn({ mediaType, text, url }: { mediaType: string; text: string; url: string }): Found {
  const begins = text.trimStart().slice(0, 200);
  if (mediaType.endsWith('json') || /^[[{]/.test(begins)) return inJson(text, url);
  if (/^<(\?xml|rss|feed|rdf)/i.test(begins) && !/<html/i.test(begins))
    return { all: feedItems(text).map((item) => fromItem(item, url)), broken: 0 };
  if (!/^<|html$/.test(begins.slice(0, 1) + mediaType))
    throw new FeedUnreadable(
      `It answered with ${mediaType || 'something without a kind'}, which is no feed of openings.`,
    );
  const parts = linkedData(text).map(parsed);
  const found = parts.flatMap((tree) => jobPostings(tree));
  return {
    all: found.map((one) => fromJobPosting(one, url, found.length === 1)),
    broken: parts.filter(isBroken).length,
  };
}

function inJson(text: string, url: string): Found {
  const tree = parsed(text);
  if (isBroken(tree)) throw new FeedUnreadable('It answered with JSON that is not valid.');
  const feed = tree as { readonly version?: unknown; readonly items?: unknown };
  if (/jsonfeed\.org/.test(String(feed.version)) && Array.isArray(feed.items))
    return { all: feed.items.map((item) => fromJsonFeed(Object(item) as Record<string, unknown>, url)), broken: 0 };
  const found = jobPostings(tree);
  return { all: found.map((one) => fromJobPosting(one, url, false)), broken: 0 };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function isBroken(tree: unknown): boolean {
  return tree === undefined;
}
