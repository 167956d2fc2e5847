import { Download } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { Button, fetchFile, usePages, useWords } from '#platform/ui';
import { type ImportView, listImportLines, type Outcome, outcomes } from '../contract.ts';
import { type ImportWord, importWords } from './words.ts';

/** What would happen, or did: how many lines of each kind, and line by line why one was refused or stayed. */
export function Report(props: { readonly view: ImportView }): ReactElement {
  const t = useWords(importWords);
  const { view } = props;
  const counted = outcomes.filter((outcome) => (view.counts[outcome] ?? 0) > 0);
  const withWhy: readonly Outcome[] = counted.filter((outcome) => outcome === 'refused' || outcome === 'kept');
  const [chosen, choose] = useState<Outcome>();
  const shown = chosen ?? withWhy[0];
  return (
    <section aria-label={t('report')} className="flex flex-col gap-3 rounded-xl border border-line bg-surface p-4">
      <header className="flex flex-wrap items-center gap-3">
        <h2 className="flex-1 font-semibold">{t(view.state === 'checked' ? 'would' : 'report')}</h2>
        <SaveReport id={view.id} />
      </header>
      <p className="flex flex-wrap gap-x-4 gap-y-1">
        {counted.map((outcome) =>
          withWhy.length > 1 && withWhy.includes(outcome) ? (
            <Button key={outcome} size="sm" aria-pressed={outcome === shown} onClick={() => choose(outcome)}>
              {t(`outcome-${outcome}` as ImportWord, { count: view.counts[outcome] ?? 0 })}
            </Button>
          ) : (
            <b key={outcome} className="font-semibold">
              {t(`outcome-${outcome}` as ImportWord, { count: view.counts[outcome] ?? 0 })}
            </b>
          ),
        )}
      </p>
      {shown === undefined ? (
        <p className="text-text-2">
          <bdi>{t('allRight')}</bdi>
        </p>
      ) : (
        <Lines view={view} outcome={shown} />
      )}
    </section>
  );
}

/** The whole report as a file, to mend the lines beside it. */
function SaveReport(props: { readonly id: string }): ReactElement {
  const t = useWords(importWords);
  const [isFailed, setFailed] = useState(false);
  const save = (): void => {
    setFailed(false);
    void fetchFile(`/api/imports/${encodeURIComponent(props.id)}/report`, 'import-report.csv', {}).catch(() =>
      setFailed(true),
    );
  };
  return (
    <>
      {isFailed && (
        <span role="alert" className="text-danger-text">
          {t('saveFailed')}
        </span>
      )}
      <Button size="sm" onClick={save}>
        <Download className="size-3.5" aria-hidden="true" />
        {t('save')}
      </Button>
    </>
  );
}

function Lines(props: { readonly view: ImportView; readonly outcome: Outcome }): ReactElement {
  const t = useWords(importWords);
  const { view, outcome } = props;
  const pages = usePages(listImportLines, { params: { id: view.id as never }, query: { outcome } });
  return (
    <>
      <ul className="divide-y divide-line">
        {pages.data?.pages
          .flatMap((page) => page.rows)
          .map((row) => (
            <li key={row.line} className="flex flex-wrap gap-3 py-1.5">
              <span className="w-20 flex-none text-text-3 tabular-nums">{t('line', { line: row.line })}</span>
              <span className="min-w-0 flex-1">
                <bdi>{row.why}</bdi>
              </span>
            </li>
          ))}
      </ul>
      {pages.hasNextPage && (
        <Button size="sm" disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </>
  );
}
