import type { ReactElement } from 'react';
import { cx, ErrorNote, Kpi, Skeleton, useView, useWords } from '#platform/ui';
import { type MetricView, readMetric } from '../contract.ts';
import { changeOf, inWords, isMet, numberOf, shownAs } from './figures.ts';
import { insightsWords } from './words.ts';

export interface TilePeriod {
  readonly from: string;
  readonly to: string;
  readonly brandId?: string;
}

/** One figure: value, sample, what it was before, its goal. Opens its definition and rows. */
export function MetricTile(props: {
  readonly metric: MetricView;
  readonly period: TilePeriod;
  readonly isChosen: boolean;
  /** Absent where nobody may see the rows. */
  readonly onOpen?: () => void;
}): ReactElement {
  const t = useWords(insightsWords);
  const { metric } = props;
  const { data, error } = useView(readMetric, { params: { id: metric.id }, query: { ...props.period } });
  if (error) return <ErrorNote title={metric.title} detail={error.message} />;
  if (!data) return <Skeleton rows={1} rowHeightPx={96} label={`${metric.title}: ${t('loading')}`} />;
  const shown = shownAs(t, metric.unit, data.value);
  const change = changeOf(t, metric, data);
  return (
    <div className={cx('grid rounded-lg', props.isChosen && 'shadow-[0_0_0_2px_var(--brand)]')} title={metric.says}>
      <Kpi
        title={metric.title}
        value={shown.value}
        unit={shown.unit}
        goal={besideOf(t, metric, change ? null : data.previous.value)}
        met={isMet(metric, data.value)}
        change={change}
        base={
          metric.unit === 'count'
            ? undefined
            : t('sample', { n: numberOf(data.sampleSize, 0), counts: t(metric.counts) })
        }
        onOpen={props.onOpen}
      />
    </div>
  );
}

/** The goal where there is one; else what it was before, where no arrow tells it. */
function besideOf(t: Parameters<typeof inWords>[0], metric: MetricView, before: number | null): string | undefined {
  if (metric.goal !== null) return t('goal', { value: inWords(t, metric.unit, metric.goal) });
  return before === null ? undefined : t('before', { value: inWords(t, metric.unit, before) });
}
