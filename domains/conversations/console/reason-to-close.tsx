import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { listSettings } from '#domains/identity/contract';
import { CheckField, ErrorNote, useAct, useView, useWords } from '#platform/ui';
import { setReasonToClose } from '../contract.ts';
import { settingWords } from './setting-words.ts';

const name = 'conversations.reason-to-close';

/** Whether conversations of a brand are closed only with a reason; for who may see settings. */
export function ReasonToClose({ brandId }: { readonly brandId: string }): ReactElement | null {
  const t = useWords(settingWords);
  const client = useQueryClient();
  const row = useView(listSettings, {}).data?.rows.find((one) => one.name === name);
  const change = useAct(setReasonToClose);
  if (row === undefined) return null;
  const brands = row.value as readonly string[];
  const choose = (isAsked: boolean): void => {
    change.mutate(
      { params: { id: brandId }, body: { isAsked } },
      { onSuccess: () => void client.invalidateQueries({ queryKey: [listSettings.path] }) },
    );
  };
  return (
    <>
      <CheckField
        label={t('reasonToClose')}
        hint={t('reasonToCloseHint')}
        checked={brands.includes(brandId)}
        disabled={change.isPending}
        onChange={choose}
      />
      {change.error && <ErrorNote title={change.error.problem.title} detail={change.error.problem.help} />}
    </>
  );
}
