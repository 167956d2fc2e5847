import { useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { type DeadJobView, dropDeadJob, listDeadJobs, listHealthChecks, retryDeadJob } from '../contract.ts';
import { Button, ErrorNote, useAct, useNow, usePages, useWords, viewKey, whenOf } from '#platform/ui';
import { operationsWords } from './words.ts';

/** The list of work that gave up, each with its reason, to try again or to drop. */
export function DeadJobs(): ReactElement {
  const t = useWords(operationsWords);
  const pages = usePages(listDeadJobs, {});
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <section aria-labelledby="dead-jobs" className="mt-4 flex flex-col gap-2">
      <h2 id="dead-jobs">{t('deadTitle')}</h2>
      {rows.length > 0 && <p className="text-text-2">{t('deadLead')}</p>}
      {pages.error && <ErrorNote title={pages.error.message} detail={pages.error.problem.help} />}
      {pages.data && rows.length === 0 && <p className="text-text-3">{t('deadNone')}</p>}
      {rows.length > 0 && (
        <ul className="overflow-hidden rounded-lg border border-line">
          {rows.map((job) => (
            <DeadJobRow key={job.id} job={job} />
          ))}
        </ul>
      )}
      {pages.hasNextPage && (
        <Button className="self-start" disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </section>
  );
}

function DeadJobRow(props: { readonly job: DeadJobView }): ReactElement {
  const t = useWords(operationsWords);
  const { job } = props;
  const nowMs = useNow();
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line bg-surface px-4 py-3 last:border-b-0">
      <div className="min-w-0 flex-1 basis-80">
        <p>
          <b className="font-semibold">
            <bdi>{job.job}</bdi>
          </b>{' '}
          <span className="text-text-3">
            <time dateTime={job.diedAt}>{whenOf(job.diedAt, nowMs)}</time>, {t('tries', { count: job.tries })}
          </span>
        </p>
        <p dir="auto" className="break-words text-text-2">
          {job.error}
        </p>
      </div>
      {job.can.length > 0 && <DeadJobActs job={job} />}
    </li>
  );
}

/** Dropping loses what the job should have done, so it asks once, in place. */
function DeadJobActs(props: { readonly job: DeadJobView }): ReactElement {
  const t = useWords(operationsWords);
  const { id, job } = props.job;
  const [isSure, setSure] = useState(false);
  const queries = useQueryClient();
  const retry = useAct(retryDeadJob);
  const drop = useAct(dropDeadJob);
  const refused = retry.error ?? drop.error;
  const isBusy = retry.isPending || drop.isPending;
  const onSettled = (): void => {
    for (const route of [listDeadJobs, listHealthChecks])
      void queries.invalidateQueries({ queryKey: viewKey(route).slice(0, 1) });
  };
  return (
    <div className="flex flex-wrap items-center gap-2">
      {refused && (
        <span role="alert" className="text-danger-text">
          {refused.message}
        </span>
      )}
      {isSure ? (
        <>
          <Button
            size="sm"
            look="danger"
            disabled={isBusy}
            onClick={() => drop.mutate({ params: { id } }, { onSettled })}
          >
            {t('dropSure')}
          </Button>
          <Button size="sm" look="ghost" onClick={() => setSure(false)}>
            {t('dropKeep')}
          </Button>
        </>
      ) : (
        <>
          <Button
            size="sm"
            disabled={isBusy}
            aria-label={t('retryOne', { job })}
            onClick={() => retry.mutate({ params: { id } }, { onSettled })}
          >
            {t('retry')}
          </Button>
          <Button
            size="sm"
            look="ghost"
            disabled={isBusy}
            aria-label={t('dropOne', { job })}
            onClick={() => setSure(true)}
          >
            {t('drop')}
          </Button>
        </>
      )}
    </div>
  );
}
