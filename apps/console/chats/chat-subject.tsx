import type { ReactElement } from 'react';
import { timeOf, useNow, useView, useWords } from '#platform/ui';
import { readCustomer } from '../routes.ts';
import { chatWords } from './words.ts';

/** Below the name: what it is about, where they are, and what time it is there as far as it is known. */
export function ChatSubject(props: { readonly subject: string; readonly customerId: string }): ReactElement {
  const t = useWords(chatWords);
  const now = useNow();
  const known = useView(readCustomer, { params: { id: props.customerId } } as never).data;
  const local = known?.zone && t('there', { time: timeOf(new Date(now), known.zone) });
  const where = [known?.place, local].filter(Boolean).join(', ');
  return (
    <span className="flex min-w-0 gap-1.5 text-xs text-text-3">
      <span dir="auto" className="min-w-0 truncate">
        {props.subject}
      </span>
      {where !== '' && <bdi className="max-w-4/5 flex-none truncate text-text-2">{where}</bdi>}
    </span>
  );
}
