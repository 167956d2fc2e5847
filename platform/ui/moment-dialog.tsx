import { type FormEvent, type ReactElement, useId, useState } from 'react';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { Field } from './field.tsx';
import { useNow } from './use-now.ts';

/** Any day and time to come, picked; the words are those of whoever asks. */
export function MomentDialog(props: {
  readonly words: { readonly title: string; readonly field: string; readonly cancel: string; readonly take: string };
  /** What a time that lies ahead means, in words. */
  readonly sayWhen: (at: Date) => string;
  readonly onTake: (at: Date) => void;
  readonly onClose: () => void;
}): ReactElement {
  const { words } = props;
  const form = useId();
  const now = useNow();
  const [value, setValue] = useState('');
  const at = value === '' ? undefined : new Date(value);
  const isAhead = at !== undefined && at.getTime() > now;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!isAhead) return;
    props.onTake(at);
    props.onClose();
  };
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={words.title}
      foot={
        <>
          <Button onClick={props.onClose}>{words.cancel}</Button>
          <Button look="primary" type="submit" form={form} disabled={!isAhead}>
            {words.take}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit}>
        <Field
          label={words.field}
          type="datetime-local"
          autoFocus
          value={value}
          onChange={(event) => setValue(event.target.value)}
          hint={isAhead ? props.sayWhen(at) : undefined}
        />
      </form>
    </Dialog>
  );
}
