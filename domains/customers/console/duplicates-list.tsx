import type { ReactElement } from 'react';
import { AppLink, Button, Chip, cx, EmptyState, ErrorNote, Skeleton, usePages, useWords } from '#platform/ui';
import { type DuplicateView, listDuplicates } from '../contract.ts';
import { duplicateWords } from './duplicate-words.ts';
import { ListTabs } from './side-list.tsx';

/** Pairs of records who may be one person, those found last first. */
export function DuplicatesList(props: { readonly openId: string }): ReactElement {
  const t = useWords(duplicateWords);
  const pages = usePages(listDuplicates, { query: {} } as never);
  const rows: readonly DuplicateView[] = pages.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <>
      <header className="border-b border-line px-3.5 py-2.5">
        <ListTabs current="duplicates" />
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto">
        {pages.error && <ErrorNote title={t('failed')} detail={pages.error.problem.help} />}
        {pages.isPending && <Skeleton rows={6} rowHeightPx={72} label={t('loading')} />}
        {pages.data && rows.length === 0 && <EmptyState title={t('none')}>{t('noneHint')}</EmptyState>}
        <ul>
          {rows.map((pair) => (
            <li key={pair.id} className="border-b border-line">
              <PairLink pair={pair} isOpen={pair.id === props.openId} />
            </li>
          ))}
        </ul>
        {pages.hasNextPage && (
          <Button className="m-3" disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            {t('more')}
          </Button>
        )}
      </div>
    </>
  );
}

function PairLink(props: { readonly pair: DuplicateView; readonly isOpen: boolean }): ReactElement {
  const t = useWords(duplicateWords);
  const { one, other, reasons, id } = props.pair;
  const nameOf = (side: DuplicateView['one']): string => side.name || side.identities[0]?.value || t('unnamed');
  return (
    <AppLink
      href={`/customers/duplicates/${id}`}
      label={t('and', { one: nameOf(one), other: nameOf(other) })}
      current={props.isOpen}
      className={cx('flex flex-col gap-1 px-3.5 py-2.5', props.isOpen ? 'bg-selected' : 'hover:bg-hover')}
    >
      {[one, other].map((side) => (
        <span key={side.id} className="flex min-w-0 items-baseline gap-2">
          <b className="max-w-[55%] flex-none truncate font-semibold">
            <bdi>{nameOf(side)}</bdi>
          </b>
          <bdi className="min-w-0 truncate text-xs text-text-3">{side.identities[0]?.value}</bdi>
        </span>
      ))}
      <span className="flex flex-wrap gap-1">
        {reasons.map((reason) => (
          <Chip key={reason} tone="outline">
            {t(reason)}
          </Chip>
        ))}
      </span>
    </AppLink>
  );
}
