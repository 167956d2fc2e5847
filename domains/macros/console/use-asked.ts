import { listEntries } from '#domains/conversations/contract';
import { usePages } from '#platform/ui';

/** What the customer said last, in one go, as far as it is on the screen: one question often comes in several messages. */
export function useAsked(conversationId: string): string {
  const pages = usePages(listEntries, { params: { id: conversationId as never }, query: {} });
  const said = (pages.data?.pages[0]?.rows ?? []).filter(({ kind }) => kind === 'in' || kind === 'out');
  const last = said.findLastIndex(({ kind }) => kind === 'in');
  const answered = said.findLastIndex(({ kind }, at) => kind === 'out' && at < last);
  return said
    .slice(answered + 1, last + 1)
    .map(({ text }) => text)
    .join('\n');
}
