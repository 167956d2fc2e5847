import { type FormEvent, type ReactElement, useState } from 'react';
import { Button, Field, Refusal, useWords } from '#platform/ui';
import { Refused } from './refused.tsx';
import { accessWords } from './words.ts';

/** Asks for the password before a change that whoever found an open screen must not make. */
export function AskPassword(props: {
  readonly verb: string;
  readonly refusal: Refusal | null;
  readonly onPassword: (password: string) => Promise<void>;
  readonly onCancel: () => void;
}): ReactElement {
  const t = useWords(accessWords);
  const [password, setPassword] = useState('');
  const [isBusy, setBusy] = useState(false);
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    setBusy(true);
    void props
      .onPassword(password)
      .catch((error: unknown) => {
        // a refusal is shown below; only what is none is a mistake of ours
        if (!(error instanceof Refusal)) throw error;
      })
      .finally(() => setBusy(false));
  };
  return (
    <form onSubmit={onSubmit} className="flex max-w-[420px] flex-col gap-3">
      <Field
        label={t('yourPassword')}
        type="password"
        autoComplete="current-password"
        required
        autoFocus
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      <Refused by={props.refusal} />
      <div className="flex gap-2">
        <Button type="submit" look="primary" disabled={isBusy}>
          {props.verb}
        </Button>
        <Button look="ghost" onClick={props.onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
