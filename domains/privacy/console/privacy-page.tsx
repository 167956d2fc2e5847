import type { ReactElement } from 'react';
import { EmptyState, ErrorNote, Skeleton, useView, useWords } from '#platform/ui';
import { listKeepings } from '../contract.ts';
import { ErasureList } from './erasure-list.tsx';
import { HoldList } from './hold-list.tsx';
import { KeepingRow } from './keeping-row.tsx';
import { keepingWords } from './keeping-words.ts';

/** Settings > Privacy: keeping times, held customers, and the proofs of erasures. */
export function PrivacyPage(): ReactElement {
  const t = useWords(keepingWords);
  const { data, error } = useView(listKeepings, {});
  if (error?.problem.status === 403) return <EmptyState title={t('mayNot')}>{error.problem.help}</EmptyState>;
  return (
    <div className="flex flex-col gap-6">
      <header>
        <h1>{t('title')}</h1>
        <p className="text-text-2">{t('lead')}</p>
      </header>
      <section aria-label={t('times')} className="flex flex-col gap-2">
        <h2 className="text-md font-semibold">{t('times')}</h2>
        <p className="text-text-2">{t('timesHint')}</p>
        {error && <ErrorNote title={t('failed')} detail={error.problem.help} />}
        {!data && !error && <Skeleton rows={3} rowHeightPx={64} label={t('loading')} />}
        <ul className="rounded-lg border border-line empty:hidden">
          {data?.rows.map((keeping) => (
            <KeepingRow key={keeping.type} keeping={keeping} />
          ))}
        </ul>
      </section>
      <HoldList />
      <ErasureList />
    </div>
  );
}
