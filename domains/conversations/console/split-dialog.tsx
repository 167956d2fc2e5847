import { useId, useState, type FormEvent, type ReactElement } from 'react';
import { Button, Dialog, ErrorNote, Field, newId, type ThreadPlace, useAct, useView, useWords } from '#platform/ui';
import { getConversation, splitConversation } from '../contract.ts';
import { useMoved } from './use-moved.tsx';
import { depthWords } from './words.ts';

/** From one message on, a conversation of its own. */
export function SplitDialog(props: {
  readonly place: ThreadPlace;
  readonly entryId: string;
  readonly onClose: () => void;
}): ReactElement {
  const t = useWords(depthWords);
  const form = useId();
  const { place } = props;
  const here = useView(getConversation, { params: { id: place.conversationId } }).data;
  const [subject, setSubject] = useState(here?.subject ?? '');
  const [id] = useState(newId);
  const split = useAct(splitConversation);
  const moved = useMoved(place);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    split.mutate(
      { params: { id: place.conversationId }, body: { id, fromEntryId: props.entryId, subject } },
      {
        onSuccess: ({ moveId, conversation }) => {
          moved.done(moveId, t('splitDone', { number: conversation.number }), conversation.id);
          props.onClose();
        },
      },
    );
  };
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={t('splitTitle', { number: place.number })}
      foot={
        <>
          <Button onClick={props.onClose}>{t('cancel')}</Button>
          <Button look="primary" disabled={split.isPending} type="submit" form={form}>
            {t('split')}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="flex flex-col gap-3">
        <p>{t('splitWhat')}</p>
        <Field
          label={t('subject')}
          autoFocus
          dir="auto"
          maxLength={998}
          value={subject}
          onChange={(event) => setSubject(event.target.value)}
        />
        <p className="text-xs text-text-3">{t('reversible')}</p>
        {split.error && (
          <ErrorNote
            title={split.error.problem.title}
            detail={split.error.problem.detail ?? split.error.problem.help}
          />
        )}
      </form>
    </Dialog>
  );
}
