import { type FormEvent, type ReactElement, useState } from 'react';
import { Button, Field, useWords } from '#platform/ui';
import { changePassword } from '../contract.ts';
import { Refused } from './refused.tsx';
import { Section } from './section.tsx';
import { useAccessAct } from './use-access-act.ts';
import { useDone } from './use-done.tsx';
import { accessWords } from './words.ts';

/** Fewest characters of a password; the server asks the same. */
const passwordLength = 10;

/** The password: changed by who knows the old one, which signs out everywhere else. */
export function PasswordPart(props: { readonly hasPassword: boolean; readonly address: string }): ReactElement {
  const t = useWords(accessWords);
  const done = useDone();
  const act = useAccessAct(changePassword);
  const [isOpen, setOpen] = useState(false);
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const close = (): void => {
    setOpen(false);
    setCurrent('');
    setNext('');
    act.reset();
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    act.go({ body: { current, next } }, () => {
      close();
      done(t('passwordChanged'));
    });
  };
  return (
    <Section
      title={t('password')}
      lead={t(props.hasPassword ? 'passwordLead' : 'noPassword')}
      side={props.hasPassword && !isOpen && <Button onClick={() => setOpen(true)}>{t('changePassword')}</Button>}
    >
      {isOpen && (
        <form onSubmit={onSubmit} className="flex max-w-[420px] flex-col gap-3">
          <input type="hidden" autoComplete="username" value={props.address} readOnly />
          <Field
            label={t('current')}
            type="password"
            autoComplete="current-password"
            required
            autoFocus
            value={current}
            onChange={(event) => setCurrent(event.target.value)}
          />
          <Field
            label={t('next')}
            type="password"
            autoComplete="new-password"
            required
            minLength={passwordLength}
            hint={t('nextHint')}
            value={next}
            onChange={(event) => setNext(event.target.value)}
          />
          <Refused by={act.refusal} />
          <div className="flex gap-2">
            <Button type="submit" look="primary" disabled={act.isBusy}>
              {t('changePassword')}
            </Button>
            <Button look="ghost" onClick={close}>
              {t('cancel')}
            </Button>
          </div>
        </form>
      )}
    </Section>
  );
}
