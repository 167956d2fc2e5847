import { listTeammates } from '#domains/identity/contract';
import { usePages } from '#platform/ui';

/** The teammates, from the one list that the console keeps. */
export function usePeople(): readonly { readonly id: string; readonly name: string }[] {
  return usePages(listTeammates, { query: {} }).data?.pages.flatMap((page) => page.rows) ?? [];
}
