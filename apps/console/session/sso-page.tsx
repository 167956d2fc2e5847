import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, type ReactElement } from 'react';
import { Logo, type Refusal, useAct, useWords, viewOf } from '#platform/ui';
import { beginSso, endSso, readSession } from '../routes.ts';
import { AppLink, useGo } from '../shell/links.tsx';
import { sessionWords } from './words.ts';

/** Between us and a provider: on the way there, and back from it. Its answer leaves the address bar at once. */
export function SsoPage(): ReactElement {
  const t = useWords(sessionWords);
  const [, , first = '', workspaceId = '', connectionId = ''] = location.pathname.split('/');
  return (
    <main className="grid min-h-dvh place-items-center bg-surface p-6 text-md">
      <div className="flex w-full max-w-[400px] flex-col gap-4">
        <Logo sizePx={40} dark />
        <h1 className="text-[30px] leading-9 tracking-[-0.022em]">{t('ssoTitle')}</h1>
        {first === 'start' ? (
          <Away workspaceId={workspaceId} connectionId={connectionId} />
        ) : (
          <Back connectionId={first} />
        )}
      </div>
    </main>
  );
}

function Away(props: { readonly workspaceId: string; readonly connectionId: string }): ReactElement {
  const begin = useAct(beginSso);
  const { workspaceId, connectionId } = props;
  useOnce(() => {
    const returnTo = new URLSearchParams(location.search).get('to');
    const address = decodeURIComponent(location.hash.slice(1));
    const body = { workspaceId, connectionId, ...(returnTo ? { returnTo } : {}), ...(address ? { address } : {}) };
    begin.mutate({ body: body as never }, { onSuccess: ({ url }) => location.replace(url) });
  });
  return <State refusal={begin.error} says="ssoGoing" />;
}

function Back(props: { readonly connectionId: string }): ReactElement {
  const go = useGo();
  const client = useQueryClient();
  const end = useAct(endSso);
  useOnce(() => {
    const answer = location.search.slice(1);
    history.replaceState(null, '', location.pathname);
    const inside = async (returnTo: string): Promise<void> => {
      client.clear();
      await client.fetchQuery(viewOf(readSession, {}));
      go(returnTo, { replace: true });
    };
    end.mutate(
      { body: { connectionId: props.connectionId as never, answer } },
      { onSuccess: ({ returnTo }) => void inside(returnTo) },
    );
  });
  return <State refusal={end.error} says="ssoComing" />;
}

/** What happens now; or why it did not work, what to do, and the way back. */
function State(props: { readonly refusal: Refusal | null; readonly says: 'ssoGoing' | 'ssoComing' }): ReactElement {
  const t = useWords(sessionWords);
  const { refusal } = props;
  if (!refusal) return <p role="status">{t(props.says)}</p>;
  const { title, detail, help } = refusal.problem;
  return (
    <>
      <div role="alert" className="flex flex-col gap-1">
        <p className="font-semibold text-danger-text">{refusal.isUnreachable ? t('unreachable') : title}</p>
        {detail && <p dir="auto">{detail}</p>}
        {help && <p className="text-text-2">{help}</p>}
      </div>
      <AppLink
        href="/sign-in"
        current={false}
        label={t('toSignIn')}
        className="self-start font-semibold text-brand-text"
      >
        {t('toSignIn')}
      </AppLink>
    </>
  );
}

/** Once, also where React mounts twice: an attempt can be ended only once. */
function useOnce(run: () => void): void {
  const isDone = useRef(false);
  useEffect(() => {
    if (isDone.current) return;
    isDone.current = true;
    run();
  });
}
