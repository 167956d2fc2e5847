import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactElement } from 'react';
import { Button, Field, Logo, useAct, useWords, viewOf } from '#platform/ui';
import { acceptInvitation, readSession } from '../routes.ts';
import { useGo } from '../shell/links.tsx';
import { sessionWords } from './words.ts';

/** Fewest characters of a password; the server asks the same. */
const passwordLength = 10;

/** Coming in by an invitation: the link carries its token after `#`, so that no server log and no referrer ever sees it. */
export function JoinPage(): ReactElement {
  const t = useWords(sessionWords);
  const go = useGo();
  const client = useQueryClient();
  const accept = useAct(acceptInvitation);
  const [token] = useState(() => location.hash.slice(1));
  const [password, setPassword] = useState('');
  const inside = async (): Promise<void> => {
    client.clear();
    const session = await client.fetchQuery(viewOf(readSession, {}));
    go(session.me === null ? '/sign-in' : '/', { replace: true });
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    accept.mutate({ body: { token, password } }, { onSuccess: inside });
  };
  return (
    <main className="grid min-h-dvh place-items-center bg-surface p-6 text-md">
      <form onSubmit={onSubmit} className="flex w-full max-w-[400px] flex-col gap-4">
        <Logo sizePx={40} dark />
        <div>
          <h1 className="text-[30px] leading-9 tracking-[-0.022em]">{t('joinTitle')}</h1>
          <p className="text-text-2">{t('joinLead')}</p>
        </div>
        {token === '' ? (
          <p role="alert" className="text-danger-text">
            {t('joinNoToken')}
          </p>
        ) : (
          <>
            <Field
              label={t('password')}
              type="password"
              autoComplete="new-password"
              required
              autoFocus
              minLength={passwordLength}
              hint={t('joinHint')}
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
            {accept.error && (
              <p role="alert" className="text-danger-text">
                {accept.error.isUnreachable
                  ? t('unreachable')
                  : (accept.error.problem.fields?.[0]?.message ?? accept.error.problem.title)}
              </p>
            )}
            <Button type="submit" look="primary" size="lg" className="justify-center" disabled={accept.isPending}>
              {t('join')}
            </Button>
          </>
        )}
      </form>
    </main>
  );
}
