import type { ReactElement } from 'react';
import { listConversations } from '#domains/conversations/contract';
import { Button, Dialog, isSelected, type ListAsked, usePages, useWords } from '#platform/ui';
import type { useChosen } from './use-chosen.ts';
import { bulkWords } from './words.ts';

/** So many are shown by name before all are closed (R38). */
const shownRows = 5;

/** Closing many asks once, and shows the first of them. */
export function CloseThem(props: {
  readonly chosen: ReturnType<typeof useChosen>;
  readonly query: ListAsked | undefined;
  readonly onAct: () => void;
  readonly onClose: () => void;
}): ReactElement {
  const t = useWords(bulkWords);
  const { selection, count = 0 } = props.chosen;
  // the very list in sight: it is in the cache
  const pages = usePages(listConversations, { query: props.query as never }, { enabled: props.query !== undefined });
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? [];
  const shown = rows.filter((row) => isSelected(selection, row.id)).slice(0, shownRows);
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={t('askClose', { count })}
      foot={
        <>
          <Button onClick={props.onClose}>{t('cancel')}</Button>
          <Button look="primary" autoFocus onClick={props.onAct}>
            {t('closeThem')}
          </Button>
        </>
      }
    >
      <ul className="flex flex-col gap-1 text-sm">
        {shown.map((row) => (
          <li key={row.id} className="truncate">
            <bdi className="font-medium">{row.customer.name}</bdi> <span dir="auto">{row.subject}</span>
          </li>
        ))}
        {count > shown.length && <li className="text-text-3">{t('andMore', { count: count - shown.length })}</li>}
      </ul>
    </Dialog>
  );
}
