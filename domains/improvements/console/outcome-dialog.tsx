import { type FormEvent, type ReactElement, useId, useState } from 'react';
import { Button, Dialog, ErrorNote, TextField, useAct, useWords } from '#platform/ui';
import { type ImprovementView, settleImprovement } from '../contract.ts';
import { useImprovementsChanged } from './use-improvements.ts';
import { improvementWords } from './words.ts';

/** What was done, or why nothing will be: whoever suggested it reads this. */
export function OutcomeDialog(props: {
  readonly row: ImprovementView;
  readonly state: 'done' | 'declined';
  readonly onClose: () => void;
}): ReactElement {
  const t = useWords(improvementWords);
  const form = useId();
  const act = useAct(settleImprovement);
  const changed = useImprovementsChanged();
  const [outcome, setOutcome] = useState('');
  const isDone = props.state === 'done';
  const isWhole = (isDone || outcome.trim() !== '') && !act.isPending;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!isWhole) return;
    const onSuccess = (): void => {
      changed();
      props.onClose();
    };
    act.mutate({ params: { id: props.row.id } as never, body: { state: props.state, outcome } }, { onSuccess });
  };
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={t(isDone ? 'finishTitle' : 'declineTitle', { title: props.row.title })}
      foot={
        <>
          <Button onClick={props.onClose}>{t('cancel')}</Button>
          <Button look="primary" type="submit" form={form} disabled={!isWhole}>
            {t(isDone ? 'finish' : 'decline')}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="flex flex-col gap-2">
        <TextField
          label={t(isDone ? 'finishSays' : 'declineSays')}
          autoFocus
          dir="auto"
          maxLength={1_000}
          value={outcome}
          onChange={(event) => setOutcome(event.target.value)}
        />
        <p className="text-text-3">{t('tellsThem')}</p>
        {act.error && <ErrorNote title={act.error.problem.title} detail={act.error.problem.help} />}
      </form>
    </Dialog>
  );
}
