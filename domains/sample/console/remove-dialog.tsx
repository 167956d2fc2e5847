import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Button, Dialog, ErrorNote, useAct, useWords } from '#platform/ui';
import { readSample, removeSample } from '../contract.ts';
import { sampleWords } from './words.ts';

/** Says what goes and what stays, then removes it by one act. */
export function RemoveDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const t = useWords(sampleWords);
  const client = useQueryClient();
  const remove = useAct(removeSample);
  const onSettled = (): void => void client.invalidateQueries({ queryKey: [readSample.path] });
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('removeTitle')}
      foot={
        <>
          <Button onClick={onClose}>{t('keep')}</Button>
          <Button
            look="danger"
            disabled={remove.isPending}
            onClick={() => remove.mutate({}, { onSuccess: onClose, onSettled })}
          >
            {t('removeNow')}
          </Button>
        </>
      }
    >
      <p>{t('goes')}</p>
      <ul className="my-2 flex list-disc flex-col gap-1 ps-5">
        <li>{t('goesShop')}</li>
        <li>{t('goesYours')}</li>
      </ul>
      <p className="text-text-2">{t('stays')}</p>
      {remove.error && <ErrorNote title={remove.error.problem.title} detail={remove.error.problem.help} />}
    </Dialog>
  );
}
