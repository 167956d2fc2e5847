import { useState, type FormEvent, type ReactElement } from 'react';
import { Button, Field, Logo, useAct, useWords } from '#platform/ui';
import { askPasswordReset, resetPassword } from '../routes.ts';
import { AppLink } from '../shell/links.tsx';
import { RefusedWords } from './refused-words.tsx';
import { sessionWords } from './words.ts';

/** Fewest characters of a password; the server asks the same. */
const passwordLength = 10;

/** A password that was forgotten: first the address it is mailed to, then, by the link of that mail, the new one. */
export function ResetPage(): ReactElement {
  const [token] = useState(() => location.hash.slice(1));
  return (
    <main className="grid min-h-dvh place-items-center bg-surface p-6 text-md">
      <div className="flex w-full max-w-[400px] flex-col gap-4">
        <Logo sizePx={40} dark />
        {token === '' ? <AskForm /> : <ChooseForm token={token} />}
      </div>
    </main>
  );
}

function AskForm(): ReactElement {
  const t = useWords(sessionWords);
  const ask = useAct(askPasswordReset);
  const [address, setAddress] = useState('');
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    ask.mutate({ body: { address } });
  };
  return (
    <form onSubmit={onSubmit} className="flex flex-col gap-4">
      <Head title={t('resetTitle')} lead={t('resetLead')} />
      {ask.isSuccess ? (
        <p role="status">{t('resetAsked')}</p>
      ) : (
        <>
          <Field
            label={t('email')}
            type="email"
            autoComplete="username"
            required
            autoFocus
            value={address}
            onChange={(event) => setAddress(event.target.value)}
          />
          <RefusedWords by={ask.error} />
          <Button type="submit" look="primary" size="lg" className="justify-center" disabled={ask.isPending}>
            {t('resetSend')}
          </Button>
        </>
      )}
      <ToSignIn />
    </form>
  );
}

function ChooseForm(props: { readonly token: string }): ReactElement {
  const t = useWords(sessionWords);
  const reset = useAct(resetPassword);
  const [password, setPassword] = useState('');
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    reset.mutate({ body: { token: props.token, password } });
  };
  if (reset.isSuccess)
    return (
      <>
        <Head title={t('resetDone')} lead={t('resetDoneLead')} />
        <ToSignIn />
      </>
    );
  return (
    <form onSubmit={onSubmit} className="flex flex-col gap-4">
      <Head title={t('resetChoose')} lead={t('resetChooseLead')} />
      <Field
        label={t('newPassword')}
        type="password"
        autoComplete="new-password"
        required
        autoFocus
        minLength={passwordLength}
        hint={t('passwordHint')}
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      <RefusedWords by={reset.error} />
      <Button type="submit" look="primary" size="lg" className="justify-center" disabled={reset.isPending}>
        {t('resetSave')}
      </Button>
      {reset.error?.problem.status === 404 && (
        <a href="/reset" className="font-semibold text-brand-text">
          {t('resetAgain')}
        </a>
      )}
    </form>
  );
}

function Head(props: { readonly title: string; readonly lead: string }): ReactElement {
  return (
    <div>
      <h1 className="text-[30px] leading-9 tracking-[-0.022em]">{props.title}</h1>
      <p className="text-text-2">{props.lead}</p>
    </div>
  );
}

function ToSignIn(): ReactElement {
  const t = useWords(sessionWords);
  return (
    <AppLink href="/sign-in" current={false} label={t('toSignIn')} className="font-semibold text-brand-text">
      {t('toSignIn')}
    </AppLink>
  );
}
