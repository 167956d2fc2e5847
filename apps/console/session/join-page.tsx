import { useQueryClient } from '@tanstack/react-query';
import { KeyRound } from 'lucide-react';
import { useEffect, useState, type FormEvent, type ReactElement } from 'react';
import { Button, Field, Logo, Refusal, useAct, useWords, viewOf } from '#platform/ui';
import {
  acceptInvitation,
  acceptWithPasskey,
  beginPasskeyOfInvitation,
  readInvitation,
  readSession,
} from '../routes.ts';
import { useGo } from '../shell/links.tsx';
import { RefusedWords } from './refused-words.tsx';
import { sessionWords } from './words.ts';

/** Fewest characters of a password; the server asks the same. */
const passwordLength = 10;

/** Coming in by an invitation: the link carries its token after `#`, so that no server log and no referrer ever sees it. */
export function JoinPage(): ReactElement {
  const t = useWords(sessionWords);
  const go = useGo();
  const client = useQueryClient();
  const read = useAct(readInvitation);
  const accept = useAct(acceptInvitation);
  const [token] = useState(() => location.hash.slice(1));
  const [password, setPassword] = useState('');
  const { mutate } = read;
  useEffect(() => {
    if (token !== '') mutate({ body: { token } });
  }, [token, mutate]);
  const inside = async (): Promise<void> => {
    client.clear();
    const session = await client.fetchQuery(viewOf(readSession, {}));
    go(session.me === null ? '/sign-in' : '/', { replace: true });
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    accept.mutate({ body: { token, password } }, { onSuccess: inside });
  };
  const place = read.data;
  return (
    <main className="grid min-h-dvh place-items-center bg-surface p-6 text-md">
      <form onSubmit={onSubmit} className="flex w-full max-w-[400px] flex-col gap-4">
        <Logo sizePx={40} dark />
        <div>
          <h1 className="text-[30px] leading-9 tracking-[-0.022em]">
            {place ? t('joinTo', { workspace: place.workspaceName }) : t('joinTitle')}
          </h1>
          {place && (
            <p className="text-text-2">
              {t('joinAs', { name: place.name })} <bdi>{place.address}</bdi>
            </p>
          )}
        </div>
        {token === '' && (
          <p role="alert" className="text-danger-text">
            {t('joinNoToken')}
          </p>
        )}
        <RefusedWords by={read.error} />
        {place && (
          <>
            <input type="hidden" autoComplete="username" value={place.address} readOnly />
            <Field
              label={t('password')}
              type="password"
              autoComplete={place.hasAccount ? 'current-password' : 'new-password'}
              required
              autoFocus
              minLength={passwordLength}
              hint={t(place.hasAccount ? 'joinHintHere' : 'joinHint')}
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
            <RefusedWords by={accept.error} />
            <Button type="submit" look="primary" size="lg" className="justify-center" disabled={accept.isPending}>
              {t('join')}
            </Button>
            {!place.hasAccount && <ByPasskey token={token} onInside={() => void inside()} />}
          </>
        )}
      </form>
    </main>
  );
}

/** In with the finger, the face or the PIN of this device: no password is ever made. */
function ByPasskey(props: { readonly token: string; readonly onInside: () => void }): ReactElement | null {
  const t = useWords(sessionWords);
  const begin = useAct(beginPasskeyOfInvitation);
  const enter = useAct(acceptWithPasskey);
  const [isGivenUp, setGivenUp] = useState(false);
  const isNumber = /^\d+(\.\d+){3}$|^\[/u.test(location.hostname);
  if (!isSecureContext || isNumber || !('PublicKeyCredential' in globalThis)) return null;
  const come = async (): Promise<void> => {
    setGivenUp(false);
    const { token } = props;
    const { options } = await begin.mutateAsync({ body: { token } });
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options as never);
    const made = await navigator.credentials.create({ publicKey }).catch(() => null);
    if (made === null) return setGivenUp(true);
    const credential = { ...(made as PublicKeyCredential).toJSON() };
    await enter.mutateAsync({ body: { token, name: t('firstPasskey'), credential } });
    props.onInside();
  };
  return (
    <>
      <Button
        size="lg"
        className="justify-center"
        disabled={begin.isPending || enter.isPending}
        onClick={() =>
          void come().catch((error: unknown) => {
            // a refusal is shown below; only what is none is a mistake of ours
            if (!(error instanceof Refusal)) throw error;
          })
        }
      >
        <KeyRound className="size-4" />
        {t('joinByPasskey')}
      </Button>
      {isGivenUp && (
        <p role="alert" className="text-danger-text">
          {t('noPasskeyMade')}
        </p>
      )}
      <RefusedWords by={begin.error ?? enter.error} />
    </>
  );
}
