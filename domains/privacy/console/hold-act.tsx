import { useQueryClient } from '@tanstack/react-query';
import { Scale } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { Button, Chip, Dialog, ErrorNote, Field, useAct, useView, useWords } from '#platform/ui';
import { holdCustomer, liftHold, listHolds, listKeepings, readHold } from '../contract.ts';
import { keepingWords } from './keeping-words.ts';

/** Holds a customer, or says that they are held and lifts it; for who sets keeping times. */
export function HoldAct(props: { readonly customerId: string; readonly name: string }): ReactElement | null {
  const t = useWords(keepingWords);
  const client = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const [why, setWhy] = useState('');
  const asked = { params: { id: props.customerId } } as never;
  const hold = useView(readHold, asked).data?.hold;
  const mayKeep = useView(listKeepings, {}).data !== undefined;
  const set = useAct(holdCustomer);
  const lift = useAct(liftHold);
  const onSuccess = (): void => {
    setAsking(false);
    for (const { path } of [readHold, listHolds]) void client.invalidateQueries({ queryKey: [path] });
  };
  if (hold)
    return (
      <span className="flex flex-wrap items-center gap-2">
        <Chip tone="warn">{t('held')}</Chip>
        {mayKeep && (
          <Button title={hold.why} disabled={lift.isPending} onClick={() => lift.mutate(asked, { onSuccess })}>
            {t('lift')}
          </Button>
        )}
      </span>
    );
  if (!mayKeep) return null;
  return (
    <>
      <Button onClick={() => setAsking(true)}>
        <Scale className="size-4" />
        {t('hold')}
      </Button>
      <Dialog
        open={isAsking}
        onClose={() => setAsking(false)}
        title={t('holdTitle', { name: props.name })}
        foot={
          <>
            <Button onClick={() => setAsking(false)}>{t('cancel')}</Button>
            <Button
              look="primary"
              disabled={why.trim() === '' || set.isPending}
              onClick={() => set.mutate({ params: { id: props.customerId }, body: { why } } as never, { onSuccess })}
            >
              {t('hold')}
            </Button>
          </>
        }
      >
        <div className="flex flex-col gap-3">
          <p>{t('holdSays')}</p>
          <Field
            label={t('holdWhy')}
            hint={t('holdWhyHint')}
            dir="auto"
            maxLength={300}
            value={why}
            onChange={(event) => setWhy(event.target.value)}
          />
          {set.error && <ErrorNote title={set.error.problem.title} detail={set.error.problem.help} />}
        </div>
      </Dialog>
    </>
  );
}
