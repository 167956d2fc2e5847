import { useRouter } from '@tanstack/react-router';
import type { MouseEvent, ReactElement } from 'react';
import { Button, ErrorNote, Skeleton, useNow, usePages, useWords, whenOf } from '#platform/ui';
import { listMetricRows, type MetricRowView, type MetricView } from '../contract.ts';
import { inWords } from './figures.ts';
import type { TilePeriod } from './metric-tile.tsx';
import { insightsWords } from './words.ts';

const rowHeightPx = 36;

/** The chosen figure in words, and the rows it was counted from: every number opens. */
export function MetricDetail(props: { readonly metric: MetricView; readonly period: TilePeriod }): ReactElement {
  const t = useWords(insightsWords);
  const { metric } = props;
  const pages = usePages(listMetricRows, { params: { id: metric.id }, query: { ...props.period } });
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <section
      aria-labelledby="metric-title"
      className="flex flex-col gap-2 rounded-lg border border-line bg-surface px-4 pt-3 pb-4"
    >
      <header>
        <h2 id="metric-title">{metric.title}</h2>
        <p className="max-w-[90ch] text-text-2">
          <bdi>{metric.says}</bdi>
        </p>
      </header>
      {pages.error && <ErrorNote title={t('failed')} detail={pages.error.message} />}
      {!pages.data && !pages.error && <Skeleton rows={6} rowHeightPx={rowHeightPx} label={t('loading')} />}
      {pages.data && rows.length === 0 && <p className="text-text-3">{t('nothing')}</p>}
      {rows.length > 0 && <Rows metric={metric} rows={rows} />}
      {pages.hasNextPage && (
        <Button className="self-start" disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </section>
  );
}

function Rows(props: { readonly metric: MetricView; readonly rows: readonly MetricRowView[] }): ReactElement {
  const t = useWords(insightsWords);
  const nowMs = useNow();
  return (
    <div className="overflow-x-auto">
      <table className="w-full border-collapse text-start">
        <caption className="sr-only">{t('rows')}</caption>
        <thead>
          <tr className="border-b border-line text-xs text-text-3 [&>th]:px-2 [&>th]:py-1.5 [&>th]:text-start [&>th]:font-semibold">
            <th scope="col">{t('number')}</th>
            <th scope="col">{t('subject')}</th>
            <th scope="col">{t('when')}</th>
            {props.metric.unit !== 'count' && <th scope="col">{t('value')}</th>}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row, at) => (
            // several contacts of one conversation can stand here, also of one moment
            <tr
              key={`${row.conversationId} ${at}`}
              className="border-b border-line last:border-b-0 [&>td]:h-9 [&>td]:px-2"
            >
              <td>
                <ConversationLink row={row} />
              </td>
              <td dir="auto" className="max-w-[46ch] truncate">
                {row.subject || <span className="text-text-3">{t('noSubject')}</span>}
              </td>
              <td className="whitespace-nowrap text-text-2">
                <time dateTime={row.at}>{whenOf(row.at, nowMs)}</time>
              </td>
              {props.metric.unit !== 'count' && <td className="tabular-nums">{valueOf(t, props.metric, row.value)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A share counts rows that are so: yes or no each. */
function valueOf(t: Parameters<typeof inWords>[0], metric: MetricView, value: number | null): string {
  if (metric.unit !== 'share' || value === null) return inWords(t, metric.unit, value);
  return value === 1 ? t('yes') : t('no');
}

function ConversationLink(props: { readonly row: MetricRowView }): ReactElement {
  const router = useRouter();
  const href = `/inbox/all/${props.row.conversationId}`;
  const onClick = (event: MouseEvent): void => {
    // Ctrl, ⌘ or the middle button mean a new tab: the browser's own.
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    router.history.push(href);
  };
  return (
    <a href={href} onClick={onClick} className="font-semibold text-brand-text tabular-nums">
      <bdi>#{props.row.number}</bdi>
    </a>
  );
}
