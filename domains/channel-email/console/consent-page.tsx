import { type ReactElement, useEffect, useRef } from 'react';
import { Button, ErrorNote, useAct, useGo, useWords } from '#platform/ui';
import { takeConsent } from '../contract.ts';
import { mailWords } from './words.ts';

/** Where a provider sends the browser back to: its answer is brought home once, and the address bar forgets it. */
export function ConsentPage(): ReactElement {
  const t = useWords(mailWords);
  const go = useGo();
  const take = useAct(takeConsent);
  const isBegun = useRef(false);
  const { mutate } = take;
  useEffect(() => {
    if (isBegun.current) return;
    isBegun.current = true;
    const said = new URLSearchParams(window.location.search);
    window.history.replaceState(null, '', window.location.pathname);
    const [code, error] = [said.get('code'), said.get('error_description') ?? said.get('error')];
    mutate({
      body: {
        state: said.get('state') ?? '',
        ...(code === null ? {} : { code }),
        ...(error === null ? {} : { error: error.slice(0, 500) }),
      },
    });
  }, [mutate]);
  const line = take.data ? `/settings/channels/${take.data.lineId}` : '/settings/channels';
  return (
    <div className="mx-auto flex max-w-xl flex-col gap-4 px-5 py-10">
      <h1>{t('consent')}</h1>
      {take.error ? (
        <ErrorNote title={t('consentFailed')} detail={take.error.problem.detail ?? take.error.problem.help} />
      ) : (
        <p role="status">
          <bdi>{t(take.data ? 'consentTaken' : 'consentTaking')}</bdi>
        </p>
      )}
      {!take.isPending && (
        <Button className="self-start" look="primary" onClick={() => go(line, { replace: true })}>
          {t(take.data ? 'consentBack' : 'toChannels')}
        </Button>
      )}
    </div>
  );
}
