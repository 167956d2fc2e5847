import type { ReactElement } from 'react';
import { Button, Dialog, Skeleton, useAct, useNow, useView, useWords, whenOf } from '#platform/ui';
import { askPasswordReset, listSsoLinks, releaseSsoLink, type SsoLinks, type TeammateView } from '../contract.ts';
import { Refused } from './refused.tsx';
import { Row, Rows } from './section.tsx';
import { ssoLinkWords } from './sso-link-words.ts';
import { useDone } from './use-done.tsx';
import { usePeopleAct } from './use-people-act.ts';

/** By which single sign-ons somebody is known here, what releasing one means, and the way in that is left. */
export function SsoLinkDialog(props: { readonly person: TeammateView; readonly onClose: () => void }): ReactElement {
  const t = useWords(ssoLinkWords);
  const done = useDone();
  const now = useNow();
  const { id, name } = props.person;
  const read = useView(listSsoLinks, { params: { id } });
  const release = usePeopleAct(releaseSsoLink);
  const links: SsoLinks | undefined = release.reply ?? read.data;
  return (
    <Dialog
      open
      wide
      onClose={props.onClose}
      title={t('title', { name })}
      foot={<Button onClick={props.onClose}>{t('close')}</Button>}
    >
      <div className="flex flex-col gap-3">
        <p>{t('lead', { name })}</p>
        {!links && !read.error && <Skeleton rows={2} rowHeightPx={52} label={t('loading')} />}
        {links?.rows.length === 0 && <p role="status">{t('none', { name })}</p>}
        <Rows>
          {links?.rows.map(({ connectionId, name: provider, linkedAt, lastAt }) => (
            <Row
              key={connectionId}
              title={<bdi>{provider}</bdi>}
              facts={`${t('linked', { when: whenOf(linkedAt, now) })}, ${t('last', { when: whenOf(lastAt, now) })}`}
            >
              <Button
                look="danger"
                size="sm"
                aria-label={t('releaseOne', { provider })}
                disabled={release.isBusy}
                onClick={() =>
                  // what it leaves is said below, before and after
                  release.go({ params: { id }, body: { connectionId, evenIfLast: true } }, () =>
                    done(t('released', { name, provider })),
                  )
                }
              >
                {t('release')}
              </Button>
            </Row>
          ))}
        </Rows>
        {links && <WhatThen person={props.person} links={links} />}
        <Refused by={read.error ?? release.refusal} />
      </div>
    </Dialog>
  );
}

function WhatThen({ person, links }: { readonly person: TeammateView; readonly links: SsoLinks }): ReactElement {
  const t = useWords(ssoLinkWords);
  const ask = useAct(askPasswordReset);
  const { name, address } = person;
  const hasNone = links.linkedAnewBy.length === 0 && !links.hasOwnWay;
  return (
    <section aria-label={t('then')} className="flex flex-col gap-1.5 border-t border-line pt-3">
      <h3 className="text-md">{t('then')}</h3>
      <p>{t('sessionsEnd')}</p>
      {links.linkedAnewBy.map((provider) => (
        <p key={provider}>{t('anew', { provider, address })}</p>
      ))}
      {links.hasOwnWay && <p>{t('ownWay')}</p>}
      {hasNone && <p className="text-danger-text">{t('noWay', { name, address })}</p>}
      {hasNone && (
        <Button
          className="self-start"
          disabled={ask.isPending || ask.isSuccess}
          onClick={() => ask.mutate({ body: { address } })}
        >
          {t('sendLink')}
        </Button>
      )}
      {ask.isSuccess && <p role="status">{t('linkAsked', { address })}</p>}
      <Refused by={ask.error} />
    </section>
  );
}
