import { useLocation, useRouter } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { dateOf, EmptyState, ErrorNote, useNow, useView, useWords } from '#platform/ui';
import { listMetrics } from '../contract.ts';
import { MetricDetail } from './metric-detail.tsx';
import { MetricTile } from './metric-tile.tsx';
import { PeriodChoice } from './period-choice.tsx';
import { type Days, daysOf, periodOf } from './period.ts';
import { insightsWords } from './words.ts';

/** Insights: a tile for each figure of the catalogue; the chosen one with its definition and the rows behind it. */
export function InsightsPage(props: { readonly rest: string }): ReactElement {
  const t = useWords(insightsWords);
  const router = useRouter();
  const days = daysOf(useLocation().searchStr);
  const now = new Date(useNow());
  const { data, error } = useView(listMetrics, {});
  const chosen = data?.rows.find(({ id }) => id === props.rest) ?? data?.rows[0];
  const period = periodOf(days, now);
  const open = (id: string, over: Days): void => router.history.push(`/insights/${id}?days=${over}`);
  if (error?.problem.status === 403) return <EmptyState title={t('mayNot')}>{error.problem.help}</EmptyState>;
  return (
    <>
      <header className="flex min-h-[52px] flex-none flex-wrap items-center gap-3 border-b border-line bg-surface px-5 py-2">
        <h1>{t('title')}</h1>
        <PeriodChoice days={days} onChoose={(over) => open(chosen?.id ?? '', over)} />
        <p className="ms-auto text-xs text-text-3">
          <bdi>{t('against', { from: dateOf(period.from), to: dateOf(now), n: days })}</bdi>
        </p>
      </header>
      <div data-pane="thread" className="flex min-h-0 flex-1 flex-col gap-3 overflow-y-auto px-5 py-3.5">
        {error && <ErrorNote title={t('failed')} detail={error.message} />}
        {data?.rows.length === 0 && <EmptyState title={t('none')}>{t('noneWhy')}</EmptyState>}
        <ul className="grid grid-cols-[repeat(auto-fill,minmax(290px,1fr))] gap-3">
          {data?.rows.map((metric) => (
            <li key={metric.id}>
              <MetricTile
                metric={metric}
                period={period}
                isChosen={metric.id === chosen?.id}
                onOpen={() => open(metric.id, days)}
              />
            </li>
          ))}
        </ul>
        {chosen && <MetricDetail key={chosen.id} metric={chosen} period={period} />}
      </div>
    </>
  );
}
