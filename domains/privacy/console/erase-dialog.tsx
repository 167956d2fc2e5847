import { useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { type AskOf, Button, Dialog, ErrorNote, useAct, useWords } from '#platform/ui';
import { eraseCustomer, erasureReasons } from '../contract.ts';
import { privacyWords } from './words.ts';

type Reason = (typeof erasureReasons)[number];

/** Names the person, says what goes and what stays, and waits for a reason; nothing is chosen beforehand. */
export function EraseDialog(props: {
  readonly customerId: string;
  readonly name: string;
  readonly onClose: () => void;
}): ReactElement {
  const t = useWords(privacyWords);
  const client = useQueryClient();
  const [reason, setReason] = useState<Reason>();
  const erase = useAct(eraseCustomer);
  const start = (): void => {
    if (reason === undefined) return;
    erase.mutate(
      { params: { id: props.customerId as AskOf<typeof eraseCustomer>['params']['id'] }, body: { reason } },
      {
        onSuccess: () => {
          // The person stands in lists and conversations everywhere: everything shown is asked anew.
          void client.invalidateQueries();
          props.onClose();
        },
      },
    );
  };
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={t('eraseTitle', { name: props.name })}
      foot={
        <>
          <Button onClick={props.onClose}>{t('keep')}</Button>
          <Button look="danger" disabled={reason === undefined || erase.isPending} onClick={start}>
            {t('erase')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-2.5">
        <p>{t('eraseGoes')}</p>
        <p>{t('eraseStays')}</p>
        <p className="font-semibold">{t('noUndo')}</p>
        <fieldset className="flex flex-col gap-1">
          <legend className="mb-1 text-xs font-semibold text-text-2">{t('reason')}</legend>
          {erasureReasons.map((one) => (
            <label key={one} className="flex min-h-7 items-center gap-2.5 max-phone:min-h-10">
              <input
                type="radio"
                name="erasure-reason"
                className="size-4 accent-brand"
                checked={one === reason}
                onChange={() => setReason(one)}
              />
              {t(one)}
            </label>
          ))}
        </fieldset>
        {erase.error && (
          <ErrorNote
            title={erase.error.problem.title}
            detail={erase.error.problem.detail ?? erase.error.problem.help}
          />
        )}
      </div>
    </Dialog>
  );
}
