import { shareOf, type WordShares } from './word-shares.ts';

/** The words that the index is asked for, and those that are only read in what it finds. */
export interface Split {
  readonly inIndex: readonly string[];
  readonly inRows: readonly string[];
  /** Whether the rarest stands in many of the newest parts. */
  readonly areFrequent: boolean;
}

/** Words in so large a share of the newest parts do not lead to what is rare beside them. */
const frequentShare = 0.02;
/** How a row that is read costs beside an entry of the index: 5 µs and 0.5 µs on 2 cores, warm. */
const rowToEntry = 10;
/** Expected in a smaller share, the words are seldom met by who walks from the newest back. */
const worthAWalk = 0.005;

/** Splits words, each a tsquery, by the share of the parts that it stands in. */
export function splitBy(words: readonly string[], shares: readonly number[]): Split {
  const rarest = Math.min(...shares);
  const isForIndex = (share: number): boolean => share === rarest || share < rarest * rowToEntry * (1 - share);
  return {
    inIndex: words.filter((_, at) => isForIndex(shares[at] ?? 0)),
    inRows: words.filter((_, at) => !isForIndex(shares[at] ?? 0)),
    areFrequent: rarest >= frequentShare,
  };
}

/**
 * A split by what is known of all parts, and whether the words are so rare that the index leads to them sooner than a
 * walk. Words of one matter stand together more often than chance would have it: each beside the rarest counts by its root.
 */
export function rarityOf(known: WordShares, words: readonly string[]): Split & { readonly isRare: boolean } {
  const shares = words.map((word) => shareOf(known, word));
  const rarest = Math.min(...shares);
  const together = Math.sqrt(rarest * shares.reduce((product, share) => product * share, 1));
  return { ...splitBy(words, shares), isRare: rarest <= known.rest || together < worthAWalk };
}
