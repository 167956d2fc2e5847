import { usePages } from '#platform/ui';
import type { EntryView } from '../inbox/views.ts';
import { listEntries } from '../routes.ts';

/** What the customer said last, as far as it is on the screen. */
export function useAsked(conversationId: string): string {
  const pages = usePages(listEntries, { params: { id: conversationId }, query: {} });
  const newest: readonly EntryView[] = pages.data?.pages[0]?.rows ?? [];
  return newest.findLast(({ kind }) => kind === 'in')?.text ?? '';
}
