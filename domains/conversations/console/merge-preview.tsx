import type { ReactElement, ReactNode } from 'react';
import { Chip, ErrorNote, useNow, usePages, useWords, whenOf } from '#platform/ui';
import { type ConversationRow, listEntries } from '../contract.ts';
import { depthWords } from './words.ts';

/** Most messages of the two shown together. */
const mostShown = 8;

/** What will happen: who stays, who closes, and the two threads as one, in the order they were written. */
export function MergePreview(props: {
  readonly stays: ConversationRow;
  readonly goes: ConversationRow;
  readonly children: ReactNode;
}): ReactElement {
  const t = useWords(depthWords);
  const now = useNow();
  const { stays, goes } = props;
  const entries = useBoth(stays.id, goes.id);
  return (
    <section
      aria-label={t('willHappen')}
      className="flex flex-col gap-2 rounded-md border border-line bg-surface-2 p-3"
    >
      <h3 className="text-xs font-semibold text-text-2">{t('willHappen')}</h3>
      <p dir="auto">{t('survives', { number: stays.number, subject: stays.subject })}</p>
      <p dir="auto">{t('closes', { number: goes.number, subject: goes.subject })}</p>
      {stays.customer.id !== goes.customer.id && (
        <ErrorNote title={t('otherCustomerWarns', { name: stays.customer.name })} />
      )}
      <p className="text-text-2">{t('together')}</p>
      <ol className="flex flex-col gap-1">
        {entries.map((entry) => (
          <li key={entry.id} className="flex items-center gap-2 text-xs">
            <Chip tone={entry.conversationId === stays.id ? 'brand' : 'info'} square>
              #{entry.conversationId === stays.id ? stays.number : goes.number}
            </Chip>
            <bdi className="flex-none font-semibold">{entry.author.name}</bdi>
            <span dir="auto" className="min-w-0 flex-1 truncate text-text-2">
              {entry.text}
            </span>
            <span className="text-text-3">{whenOf(entry.occurredAt, now)}</span>
          </li>
        ))}
      </ol>
      <p className="text-xs text-text-3">{t('reversible')}</p>
      <span>{props.children}</span>
    </section>
  );
}

function useBoth(one: string, other: string) {
  // the same pages as the threads show, so that live changes move both on
  const first = usePages(listEntries, { params: { id: one } }).data?.pages[0];
  const second = usePages(listEntries, { params: { id: other } }).data?.pages[0];
  return [...(first?.rows ?? []), ...(second?.rows ?? [])]
    .toSorted((a, b) => a.occurredAt.localeCompare(b.occurredAt))
    .slice(-mostShown);
}
