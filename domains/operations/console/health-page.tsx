import { CircleAlert, CircleCheck, RefreshCw, TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import { listHealthChecks, type HealthCheckView } from '../contract.ts';
import { Button, Chip, EmptyState, ErrorNote, Skeleton, type Tone, useView, useWords } from '#platform/ui';
import { DeadJobs } from './dead-jobs.tsx';
import { operationsWords } from './words.ts';

const tones: Record<HealthCheckView['state'], Tone> = { good: 'ok', warning: 'warn', bad: 'bad' };
const icons = { good: CircleCheck, warning: TriangleAlert, bad: CircleAlert } as const;
const rowHeightPx = 64;

/** Settings > Health: each part of the installation with its state in words and what to mend, and the work that gave up. */
export function HealthPage(): ReactElement {
  const t = useWords(operationsWords);
  const { data, error, isFetching, refetch } = useView(listHealthChecks, {});
  if (error?.problem.status === 403) return <EmptyState title={t('mayNot')}>{error.problem.help}</EmptyState>;
  return (
    <div className="flex flex-col gap-4">
      <header className="flex flex-wrap items-start gap-3">
        <div className="min-w-0 flex-1">
          <h1>{t('title')}</h1>
          <p className="text-text-2">{t('lead')}</p>
        </div>
        <Button look="primary" disabled={isFetching} onClick={() => void refetch()}>
          <RefreshCw className="size-4" aria-hidden="true" />
          {isFetching ? t('checking') : t('checkAgain')}
        </Button>
      </header>
      {error && <ErrorNote title={t('failed')} detail={error.message} />}
      {!data && !error && <Skeleton rows={6} rowHeightPx={rowHeightPx} label={t('checking')} />}
      {data && <Checks rows={data.rows} />}
      <DeadJobs />
    </div>
  );
}

function Checks(props: { readonly rows: readonly HealthCheckView[] }): ReactElement {
  const t = useWords(operationsWords);
  const toMend = props.rows.filter(({ state }) => state !== 'good').length;
  return (
    <div className="flex flex-col gap-2">
      <p role="status" className="font-semibold">
        <bdi>{toMend === 0 ? t('allGood') : t('toMend', { count: toMend })}</bdi>
      </p>
      <ul className="overflow-hidden rounded-lg border border-line">
        {props.rows.map((check) => (
          <CheckRow key={check.name} check={check} />
        ))}
      </ul>
    </div>
  );
}

function CheckRow(props: { readonly check: HealthCheckView }): ReactElement {
  const t = useWords(operationsWords);
  const { title, state, says, mend } = props.check;
  const Icon = icons[state];
  return (
    <li className="grid min-h-16 grid-cols-[180px_130px_minmax(0,1fr)] items-center gap-x-4 gap-y-1 border-b border-line bg-surface px-4 py-3 last:border-b-0 max-phone:grid-cols-[minmax(0,1fr)_auto]">
      <h2 className="text-md font-semibold">{title}</h2>
      <span>
        <Chip tone={tones[state]}>
          <Icon aria-hidden="true" />
          {t(state)}
        </Chip>
      </span>
      <div className="min-w-0 max-phone:col-span-2">
        <p>{says}</p>
        {mend !== null && <p className="text-text-3">{mend}</p>}
      </div>
    </li>
  );
}
