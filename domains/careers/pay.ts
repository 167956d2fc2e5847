import type { PayRangeView } from './contract.ts';
import { pay, titles } from './data/pay.ts';
import { sourceTitle } from './sources.ts';

/** Every range that has a source, a year, a currency and a meaning. */
export const payRanges: readonly PayRangeView[] = pay.map((one) => ({
  ...one,
  source: sourceTitle(one.source),
  sourceUrl: null,
}));

/** What roles are called in a place, and who says so. */
export const roleTitles = titles.map((one) => ({ ...one, source: sourceTitle(one.source) }));
