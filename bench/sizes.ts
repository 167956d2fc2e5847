/** How large the workspace of a bench is. */
export interface Size {
  readonly conversations: number;
  readonly customers: number;
  readonly teammates: number;
  readonly teams: number;
  /** Share of conversations that are not closed. */
  readonly openShare: number;
  /** Days of history behind them. */
  readonly days: number;
}

/** Entries of the average conversation. */
export const entriesEach = 10;

/**
 * A workspace grows in years of history, and slower in people; what is open grows with the people, so that every list
 * has full pages at every size and a small workspace is not fast merely because its lists are empty.
 */
export function sizeOf(conversations: number): Size {
  const between = (low: number, value: number, high: number): number =>
    Math.min(high, Math.max(low, Math.round(value)));
  const teammates = between(8, conversations / 5_000, 200);
  return {
    conversations,
    customers: Math.ceil(conversations * 0.45),
    teammates,
    teams: between(2, teammates / 20, 10),
    openShare: Math.max(0.03, Math.min(0.15, (teammates * 150) / conversations)),
    days: 365,
  };
}
