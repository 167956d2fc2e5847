import { useLocation, useRouter } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { listBrands } from '#domains/brands/contract';
import { dateOf, EmptyState, ErrorNote, SelectField, useNow, useView, useWords } from '#platform/ui';
import { listMetrics } from '../contract.ts';
import { MetricTile } from './metric-tile.tsx';
import { PeriodChoice } from './period-choice.tsx';
import { daysOf, periodOf } from './period.ts';
import { insightsWords } from './words.ts';

/** The figures of a client's own brand, with their definitions; nobody's by name, and no rows. */
export function ClientPage(_props: { readonly rest: string }): ReactElement {
  const t = useWords(insightsWords);
  const router = useRouter();
  const days = daysOf(useLocation().searchStr);
  const now = new Date(useNow());
  const metrics = useView(listMetrics, {});
  const brands = useView(listBrands, {});
  const [chosen, setChosen] = useState('');
  const served = brands.data?.rows ?? [];
  const brand = served.find(({ id }) => id === chosen) ?? served[0];
  const period = periodOf(days, now);
  const error = metrics.error ?? brands.error;
  return (
    <>
      <header className="flex min-h-[52px] flex-none flex-wrap items-center gap-3 border-b border-line bg-surface px-5 py-2">
        <h1>
          <bdi>{brand?.name ?? t('title')}</bdi>
        </h1>
        <PeriodChoice days={days} onChoose={(over) => router.history.push(`/client?days=${over}`)} />
        <p className="ms-auto text-xs text-text-3">
          <bdi>{t('against', { from: dateOf(period.from), to: dateOf(now), n: days })}</bdi>
        </p>
      </header>
      <div data-pane="thread" className="flex min-h-0 flex-1 flex-col gap-3 overflow-y-auto px-5 py-3.5">
        {error && <ErrorNote title={t('failed')} detail={error.problem.help} />}
        {brands.data && brand === undefined && <EmptyState title={t('noBrand')}>{t('noBrandWhy')}</EmptyState>}
        {served.length > 1 && (
          <div className="max-w-80">
            <SelectField
              label={t('brand')}
              value={brand?.id ?? ''}
              options={served.map(({ id, name }) => ({ id: id as string, label: name }))}
              onChoose={setChosen}
            />
          </div>
        )}
        {brand && (
          <ul className="grid grid-cols-[repeat(auto-fill,minmax(290px,1fr))] gap-3">
            {metrics.data?.rows.map((metric) => (
              <li key={metric.id} className="flex flex-col gap-1">
                <MetricTile metric={metric} period={{ ...period, brandId: brand.id }} isChosen={false} />
                <p className="text-xs text-text-3">{metric.says}</p>
              </li>
            ))}
          </ul>
        )}
      </div>
    </>
  );
}
