import { useRested, useView, useWords } from '#platform/ui';
import { countSegment } from '../contract.ts';
import { type SegmentGroup, unfinishedOf } from './segment-conditions.ts';
import { segmentWords } from './segment-words.ts';

const countedTo = 1_000;

/** How many customers hold what is being written, in words; or what is still missing. */
export function useSegmentCount(filter: SegmentGroup): { readonly says: string; readonly isWhole: boolean } {
  const t = useWords(segmentWords);
  const now = JSON.stringify(filter);
  const rested = useRested(now);
  const missing = unfinishedOf(filter);
  const isAsked = missing === undefined && rested === now;
  const { data, error } = useView(countSegment, { query: { filter: rested } }, { enabled: isAsked });
  const says = (): string => {
    if (missing) return t('unfinished', { field: t(`f-${missing.field}`) });
    if (error) return error.problem.title;
    if (!isAsked || data === undefined) return t('counting');
    if (data.count === null) return t('holdsUnknown');
    return data.count >= countedTo ? t('holdsMany') : t('holds', { count: data.count });
  };
  return { isWhole: missing === undefined, says: says() };
}
