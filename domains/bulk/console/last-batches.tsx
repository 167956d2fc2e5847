import type { ReactElement } from 'react';
import { Button, Dialog, Skeleton, timeOf, useView, useWords } from '#platform/ui';
import { listBatches } from '../contract.ts';
import { sayBatch } from './batch-progress.tsx';
import { follow } from './followed.ts';
import { useUndoBatch } from './use-undo-batch.tsx';
import { bulkWords } from './words.ts';

/** What one changed at once within the last day: what became of it, and its way back as long as there is one. */
export function LastBatches(props: { readonly onClose: () => void }): ReactElement {
  const t = useWords(bulkWords);
  const undo = useUndoBatch();
  const rows = useView(listBatches, {}).data?.rows;
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={t('lastTitle')}
      foot={<Button onClick={props.onClose}>{t('dismiss')}</Button>}
    >
      {rows === undefined && <Skeleton rows={3} rowHeightPx={44} label={t('lastTitle')} />}
      {rows?.length === 0 && <p className="text-md text-text-2">{t('lastNone')}</p>}
      <ul className="flex flex-col">
        {rows?.map((batch) => (
          <li key={batch.id} className="flex flex-wrap items-center gap-2 border-b border-line py-2 text-sm">
            <span className="flex min-w-0 flex-1 flex-col">
              <b>
                {t(`d_${batch.action.do}`)} <bdi className="font-normal text-text-3">{timeOf(batch.madeAt)}</bdi>
              </b>
              <span className="text-text-2">{sayBatch(batch, t)}</span>
            </span>
            {batch.refused > 0 && (
              <Button
                size="sm"
                onClick={() => {
                  follow(batch.id);
                  props.onClose();
                }}
              >
                {t('why')}
              </Button>
            )}
            {batch.can.includes('undo') && (
              <Button
                size="sm"
                aria-label={`${t('undo')}: ${t(`d_${batch.action.do}`)}, ${timeOf(batch.madeAt)}`}
                onClick={() => {
                  undo(batch.id);
                  props.onClose();
                }}
              >
                {t('undo')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
