import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactElement, useId, useState } from 'react';
import {
  type AskOf,
  Button,
  Dialog,
  ErrorNote,
  TextField,
  type ThreadPlace,
  useAct,
  useNow,
  useWords,
} from '#platform/ui';
import { changeScheduledReply, listScheduledReplies, type ScheduledReplyView } from '../contract.ts';
import { fieldOf } from './both-times.ts';
import { laterWords } from './later-words.ts';
import { TimeChoice, timeOfField } from './time-choice.tsx';
import { useTheirZone } from './use-their-zone.ts';

/** Other words, another time. One that was stopped waits again: what came has been read. */
export function EditScheduledDialog(props: {
  readonly place: ThreadPlace;
  readonly row: ScheduledReplyView;
  readonly name: string;
  readonly onClose: () => void;
}): ReactElement {
  const t = useWords(laterWords);
  const form = useId();
  const client = useQueryClient();
  const now = new Date(useNow());
  const { row, place, name } = props;
  const zone = useTheirZone(place.customerId);
  const [text, setText] = useState(row.text);
  const [value, setValue] = useState(fieldOf(new Date(row.sendAt)));
  const change = useAct(changeScheduledReply);
  const at = timeOfField(value);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (at === undefined) return;
    // markup of the words as they were says what they say no more
    const html = text === row.text ? {} : { html: null };
    const body = { text, ...html, sendAt: at.toISOString(), lastSeenVersion: place.version };
    const onSuccess = (): void => {
      void client.invalidateQueries({ queryKey: [listScheduledReplies.path] });
      props.onClose();
    };
    change.mutate({ params: { id: row.id }, body } as AskOf<typeof changeScheduledReply>, { onSuccess });
  };
  const refusal = change.error?.problem;
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={t('editTitle')}
      foot={
        <>
          <Button onClick={props.onClose}>{t('cancel')}</Button>
          <Button
            look="primary"
            type="submit"
            form={form}
            disabled={at === undefined || at <= now || text.trim() === '' || change.isPending}
          >
            {t('saveEdit')}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="flex flex-col gap-3">
        <TextField label={t('words')} autoFocus value={text} onChange={(event) => setText(event.target.value)} />
        <TimeChoice value={value} onChange={setValue} name={name} zone={zone} />
        {refusal && <ErrorNote title={refusal.title} detail={refusal.detail ?? refusal.help} />}
      </form>
    </Dialog>
  );
}
