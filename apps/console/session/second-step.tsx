import { useState, type FormEvent, type ReactElement } from 'react';
import { Button, Field, useAct, useWords } from '#platform/ui';
import { takeSecondStep } from '../routes.ts';
import { sessionWords } from './words.ts';

/** The second step of a sign-in: the code that an app shows, or a recovery code where the phone is lost. */
export function SecondStep(props: { readonly onInside: () => void; readonly onBack: () => void }): ReactElement {
  const t = useWords(sessionWords);
  const take = useAct(takeSecondStep);
  const [isRecovery, setRecovery] = useState(false);
  const [code, setCode] = useState('');
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    take.mutate({ body: isRecovery ? { recoveryCode: code } : { code } }, { onSuccess: props.onInside });
  };
  const refused = take.error?.problem;
  return (
    <form onSubmit={onSubmit} className="flex flex-col gap-3">
      <Field
        key={String(isRecovery)}
        label={t(isRecovery ? 'recoveryCode' : 'appCode')}
        hint={t(isRecovery ? 'recoveryCodeHint' : 'appCodeHint')}
        autoComplete="one-time-code"
        inputMode={isRecovery ? 'text' : 'numeric'}
        required
        autoFocus
        value={code}
        onChange={(event) => setCode(event.target.value)}
      />
      {take.error && (
        <p role="alert" className="text-danger-text">
          {take.error.isUnreachable
            ? t('unreachable')
            : [refused?.fields?.[0]?.message ?? refused?.title, refused?.help].filter(Boolean).join('. ')}
        </p>
      )}
      <Button type="submit" look="primary" size="lg" className="justify-center" disabled={take.isPending}>
        {t('signIn')}
      </Button>
      <div className="flex flex-wrap gap-2">
        <Button
          look="ghost"
          onClick={() => {
            setRecovery(!isRecovery);
            setCode('');
            take.reset();
          }}
        >
          {t(isRecovery ? 'useApp' : 'lostPhone')}
        </Button>
        <Button look="ghost" onClick={props.onBack}>
          {t('back')}
        </Button>
      </div>
    </form>
  );
}
