import { useQueryClient } from '@tanstack/react-query';
import { listTeammates } from '#domains/identity/contract';
import { usePages, useWords } from '#platform/ui';
import { getImprovement, improvementsOfConversation, listImprovements } from '../contract.ts';
import { improvementWords } from './words.ts';

/** What to ask anew when something was suggested or settled. */
export function useImprovementsChanged(): () => void {
  const client = useQueryClient();
  return () => {
    for (const { path } of [listImprovements, getImprovement, improvementsOfConversation])
      void client.invalidateQueries({ queryKey: [path] });
  };
}

/** The teammates, from the one list that the console keeps, and what to call one of them. */
export function usePeople() {
  const t = useWords(improvementWords);
  const people = usePages(listTeammates, { query: {} }).data?.pages.flatMap((page) => page.rows) ?? [];
  const nameOf = (id: string | null): string => people.find((one) => one.id === id)?.name ?? t('somebody');
  return { people, nameOf };
}
