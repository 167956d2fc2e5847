import { useState, type FormEvent, type ReactElement } from 'react';
import { Button, Field, useAct, useWords } from '#platform/ui';
import { beginTwoStep, confirmTwoStep, signOut } from '../routes.ts';
import { sessionWords } from './words.ts';

interface HeldView {
  readonly why: 'two-step-required' | 'single-sign-on-required';
  readonly workspaceName: string;
  readonly href: string | null;
}

/** Signed in, but the workspace asks for more: what it is, and the way to it. */
export function HeldNote(props: { readonly held: HeldView; readonly onInside: () => Promise<void> }): ReactElement {
  const t = useWords(sessionWords);
  const leave = useAct(signOut);
  const { held } = props;
  const workspace = held.workspaceName;
  return (
    <section className="flex flex-col gap-3">
      {held.why === 'two-step-required' ? (
        <>
          <h2 className="text-lg">{t('heldTwoStep', { workspace })}</h2>
          <p className="text-text-2">{t('heldTwoStepLead')}</p>
          <SetUpTwoStep onDone={() => void props.onInside()} />
        </>
      ) : (
        <>
          <h2 className="text-lg">{t('heldSso', { workspace })}</h2>
          {held.href ? (
            <a href={held.href} className="font-semibold text-brand-text">
              {t('heldSsoGo')}
            </a>
          ) : (
            <p className="text-text-2">{t('heldSsoClosed')}</p>
          )}
        </>
      )}
      <Button look="ghost" onClick={() => leave.mutate({}, { onSuccess: () => void props.onInside() })}>
        {t('heldLeave')}
      </Button>
    </section>
  );
}

/** Password, then key and recovery codes, then a first code that proves the app has the key. */
function SetUpTwoStep(props: { readonly onDone: () => void }): ReactElement {
  const t = useWords(sessionWords);
  const begin = useAct(beginTwoStep);
  const confirm = useAct(confirmTwoStep);
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const made = begin.data;
  const refused = confirm.error ?? begin.error;
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (made) confirm.mutate({ body: { code } }, { onSuccess: props.onDone });
    else begin.mutate({ body: { password } });
  };
  return (
    <form onSubmit={onSubmit} className="flex flex-col gap-3">
      {made ? (
        <>
          <p>{t('secretLead')}</p>
          <p className="break-all font-mono select-all">
            <bdi>{made.secret}</bdi>
          </p>
          <a href={made.uri} className="font-semibold text-brand-text">
            {t('secretLink')}
          </a>
          <p>{t('keepCodes')}</p>
          <ul className="grid grid-cols-2 gap-1 font-mono">
            {made.recoveryCodes.map((one) => (
              <li key={one}>
                <bdi>{one}</bdi>
              </li>
            ))}
          </ul>
          <Field
            key="code"
            label={t('firstCode')}
            autoComplete="one-time-code"
            inputMode="numeric"
            required
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
        </>
      ) : (
        <Field
          key="password"
          label={t('password2')}
          type="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      )}
      {refused && (
        <p role="alert" className="text-danger-text">
          {refused.isUnreachable ? t('unreachable') : (refused.problem.fields?.[0]?.message ?? refused.problem.title)}
        </p>
      )}
      <Button type="submit" look="primary" size="lg" disabled={begin.isPending || confirm.isPending}>
        {t(made ? 'confirm' : 'begin')}
      </Button>
    </form>
  );
}
