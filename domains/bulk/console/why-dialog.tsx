import type { ReactElement } from 'react';
import { AppLink, Button, Dialog, ErrorNote, Skeleton, usePages, useWords } from '#platform/ui';
import { type BatchView, listBatchItems } from '../contract.ts';
import { bulkWords } from './words.ts';

/** What could not be done, one conversation a line, each with the words of its refusal. */
export function WhyDialog(props: { readonly batch: BatchView; readonly onClose: () => void }): ReactElement {
  const t = useWords(bulkWords);
  const outcome = props.batch.state === 'undone' || props.batch.state === 'undoing' ? 'kept' : 'refused';
  const pages = usePages(listBatchItems, { params: { id: props.batch.id }, query: { outcome } } as never);
  const rows = (pages.data as ItemPages | undefined)?.pages.flatMap((page) => page.rows);
  return (
    <Dialog
      open
      isReading
      onClose={props.onClose}
      title={t('whyTitle')}
      foot={
        <>
          {pages.hasNextPage && <Button onClick={() => void pages.fetchNextPage()}>{t('more')}</Button>}
          <Button look="primary" onClick={props.onClose}>
            {t('dismiss')}
          </Button>
        </>
      }
    >
      {pages.error && <ErrorNote title={pages.error.problem.title} />}
      {!rows && !pages.error && <Skeleton rows={3} rowHeightPx={44} label={t('whyTitle')} />}
      <ul className="flex flex-col">
        {rows?.map((row) => (
          <li key={row.conversationId} className="flex flex-col border-b border-line py-2 text-sm">
            <AppLink
              href={`/inbox/all/${row.conversationId}`}
              label={`#${row.number} ${row.subject}`}
              current={false}
              className="truncate font-medium hover:underline"
            >
              <bdi className="text-text-3">#{row.number}</bdi> <span dir="auto">{row.subject}</span>
            </AppLink>
            <span className="text-text-2">{row.why}</span>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

interface ItemPages {
  readonly pages: readonly {
    readonly rows: readonly {
      readonly conversationId: string;
      readonly number: number;
      readonly subject: string;
      readonly why: string | null;
    }[];
  }[];
}
