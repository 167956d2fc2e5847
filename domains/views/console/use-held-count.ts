import { useRested, useView, useWords } from '#platform/ui';
import { countFilter } from '../contract.ts';
import { type Group, unfinishedIn } from './conditions.ts';
import { viewWords } from './words.ts';

const countedTo = 1_000;

/** How many conversations hold what is being written, in words; or what is still missing. */
export function useHeldCount(filter: Group): { readonly says: string; readonly isWhole: boolean } {
  const t = useWords(viewWords);
  const now = JSON.stringify(filter);
  const rested = useRested(now);
  const missing = unfinishedIn(filter);
  const count = useView(
    countFilter,
    { query: { filter: rested } },
    { enabled: missing === undefined && rested === now },
  );
  if (missing) return { isWhole: false, says: t('unfinished', { field: t(`f-${missing.field}`) }) };
  if (count.isError) return { isWhole: true, says: count.error.problem.title };
  if (count.data === undefined || rested !== now) return { isWhole: true, says: t('counting') };
  if (count.data.count === null) return { isWhole: true, says: t('holdsUnknown') };
  return {
    isWhole: true,
    says: count.data.count >= countedTo ? t('holdsMany') : t('holds', { count: count.data.count }),
  };
}
