import { useView } from '#platform/ui';
import { listViews } from '../routes.ts';
import { type ListQuery, queryOfView } from './lists.ts';

export type { ListQuery } from './lists.ts';

/** What the list of an address asks for; undefined until the saved views are here, where it is one of them. */
export function useListQuery(view: string): ListQuery | undefined {
  const saved = useView(listViews, {});
  return queryOfView(view, saved.isPending ? undefined : (saved.data?.rows ?? []));
}
