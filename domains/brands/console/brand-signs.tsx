import type { ReactElement } from 'react';
import { AppLink, useView, useWords } from '#platform/ui';
import { type BrandView, listLines, type LineView } from '../contract.ts';
import { organisationWords } from './organisation-words.ts';

/** What a brand's letters end with and when it is served: kept with its lines and teams, so told here with the way there. */
export function BrandSigns({ brandId }: { readonly brandId: BrandView['id'] }): ReactElement {
  const t = useWords(organisationWords);
  const lines = useView(listLines, { query: { brandId } });
  const signed = (lines.data?.rows ?? []).filter(hasSignature);
  return (
    <section aria-label={t('signs')} className="flex flex-col gap-1.5 border-t border-line pt-3">
      <h3 className="text-md">{t('signs')}</h3>
      {signed.map(({ id, name, address, settings }) => (
        <div key={id} className="flex flex-col gap-0.5">
          <p>{t('signsLine', { name })}</p>
          <p className="whitespace-pre-line border-s-2 border-line ps-3 text-text-2">
            <bdi>{String(settings?.['signature'] ?? '')}</bdi>
          </p>
          <AppLink
            href={`/settings/channels/${id}`}
            label={address}
            current={false}
            className="self-start font-semibold text-brand-text"
          >
            <bdi>{address}</bdi>
          </AppLink>
        </div>
      ))}
      {signed.length === 0 && <p className="text-text-2">{t('signsNone')}</p>}
      <AppLink
        href="/settings/signatures"
        label={t('signsOwn')}
        current={false}
        className="self-start font-semibold text-brand-text"
      >
        {t('signsOwn')}
      </AppLink>
      <p className="text-text-2">{t('hours')}</p>
    </section>
  );
}

/** A line whose channel ends what is written on it with a signature. */
function hasSignature({ settings }: LineView): boolean {
  return typeof settings?.['signature'] === 'string';
}
