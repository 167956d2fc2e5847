import { useQueryClient } from '@tanstack/react-query';
import { Merge } from 'lucide-react';
import { type Refusal, useAct, useGo, useTell, useWords } from '#platform/ui';
import { type CustomerView, type MergePart, mergeCustomers, unmergeCustomers } from '../contract.ts';
import { duplicateWords } from './duplicate-words.ts';

/** Merges one record into another, goes there, and offers the way back. */
export function useMerge(
  kept: CustomerView,
  gone: CustomerView,
): {
  readonly act: (how: { readonly take: MergePart[]; readonly why: string }) => void;
  readonly isPending: boolean;
  readonly error: Refusal | null;
} {
  const t = useWords(duplicateWords);
  const client = useQueryClient();
  const tell = useTell();
  const go = useGo();
  const merge = useAct(mergeCustomers);
  const unmerge = useAct(unmergeCustomers);
  // lists, conversations and both records show them: everything shown is asked anew
  const fetchAgain = (): void => void client.invalidateQueries();
  return {
    isPending: merge.isPending,
    error: merge.error,
    act: (how) =>
      merge.mutate(
        { params: { id: kept.id }, body: { mergedId: gone.id, ...how } },
        {
          onSuccess: (now) => {
            fetchAgain();
            go(`/customers/${now.id}`);
            const made = now.merges[0];
            tell({
              id: `merge-${made?.id ?? now.id}`,
              icon: <Merge />,
              text: t('merged', { name: now.name || t('unnamed') }),
              ...(made && {
                undo: () => unmerge.mutate({ params: { id: now.id, mergeId: made.id } }, { onSuccess: fetchAgain }),
              }),
            });
          },
        },
      ),
  };
}
