import type { ReactElement } from 'react';
import { ErrorNote, Skeleton, useView, useWords } from '#platform/ui';
import { readMyAccess } from '../contract.ts';
import { PasskeysPart } from './passkeys-part.tsx';
import { PasswordPart } from './password-part.tsx';
import { SessionsPart } from './sessions-part.tsx';
import { TwoStepPart } from './two-step-part.tsx';
import { accessWords } from './words.ts';

const rowHeightPx = 96;

/** Settings > Signing in: how one's own account is opened, and where it is open now. */
export function AccessPage(): ReactElement {
  const t = useWords(accessWords);
  const { data, error } = useView(readMyAccess, {});
  return (
    <div className="flex flex-col gap-4">
      <header>
        <h1>{t('title')}</h1>
        {data && (
          <p className="text-text-2">
            {t('lead')} <bdi>{data.address}</bdi>
          </p>
        )}
      </header>
      {error && !data && <ErrorNote title={t('failed')} detail={error.problem.title} />}
      {!data && !error && <Skeleton rows={4} rowHeightPx={rowHeightPx} label={t('loading')} />}
      {data?.isFromSso && <p className="rounded-lg border border-line bg-surface-2 px-5 py-4">{t('bySso')}</p>}
      {data && !data.isFromSso && (
        <>
          <PasswordPart hasPassword={data.hasPassword} address={data.address} />
          <TwoStepPart twoStep={data.twoStep} hasPassword={data.hasPassword} />
          <PasskeysPart passkeys={data.passkeys} hasPassword={data.hasPassword} />
        </>
      )}
      {data && <SessionsPart sessions={data.sessions} />}
    </div>
  );
}
