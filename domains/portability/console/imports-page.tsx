import type { ReactElement } from 'react';
import { AppLink, Button, Chip, EmptyState, ErrorNote, Skeleton, dateOf, usePages, useWords } from '#platform/ui';
import { listImports } from '../contract.ts';
import { ImportDetail } from './import-detail.tsx';
import { StartForm } from './start-form.tsx';
import { type ImportWord, importWords } from './words.ts';

const rowHeightPx = 56;

/** Settings > Bring in from files: every file with how far it is, and a new one; below `new/<kind>` that kind is chosen. */
export function ImportsPage(props: { readonly rest: string }): ReactElement {
  const [id = '', kind] = props.rest.split('/');
  return id === '' || id === 'new' ? <Files kind={kind} /> : <ImportDetail key={id} id={id} />;
}

function Files(props: { readonly kind: string | undefined }): ReactElement {
  const t = useWords(importWords);
  const pages = usePages(listImports, {});
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? [];
  if (pages.error?.problem.status === 403) return <EmptyState title={t('mayNot')}>{t('mayNotSays')}</EmptyState>;
  return (
    <div className="flex flex-col gap-4">
      <header>
        <h1 className="text-xl">{t('title')}</h1>
        <p className="max-w-prose text-text-2">
          <bdi>{t('lead')}</bdi>
        </p>
      </header>
      <StartForm kind={props.kind} />
      {pages.error && <ErrorNote title={t('failed')} detail={pages.error.problem.help ?? pages.error.problem.title} />}
      {pages.isPending && <Skeleton rows={3} rowHeightPx={rowHeightPx} label={t('loading')} />}
      {pages.data && rows.length === 0 && <EmptyState title={t('none')}>{t('noneSays')}</EmptyState>}
      {rows.length > 0 && (
        <ul className="divide-y divide-line rounded-xl border border-line bg-surface">
          {rows.map((row) => (
            <li key={row.id} className="flex flex-wrap items-center gap-3 px-4 py-2.5">
              <AppLink
                href={`/settings/imports/${row.id}`}
                label={row.fileName}
                current={false}
                className="inline-flex min-h-6 min-w-0 flex-1 items-center font-semibold text-brand-text"
              >
                <bdi className="truncate">{row.fileName}</bdi>
              </AppLink>
              <span className="text-xs text-text-3">
                {t('lines', { count: row.rowCount })} · {dateOf(row.madeAt)}
              </span>
              <Chip tone={row.state === 'done' ? 'ok' : 'outline'}>{t(`state-${row.state}` as ImportWord)}</Chip>
            </li>
          ))}
        </ul>
      )}
      {pages.hasNextPage && (
        <Button disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </div>
  );
}
