import type { ReactElement } from 'react';
import { cx, EmptyState, useWords } from '#platform/ui';
import { DuplicateDetail } from './duplicate-detail.tsx';
import { duplicateWords } from './duplicate-words.ts';
import { DuplicatesList } from './duplicates-list.tsx';
import { MergeSideBySide } from './merge-side-by-side.tsx';

/** Records who may be one person: the pairs, and one of them side by side; or any two that somebody chose. */
export function DuplicatesPage(props: { readonly oneId: string; readonly otherId: string }): ReactElement {
  const t = useWords(duplicateWords);
  const { oneId, otherId } = props;
  return (
    <div className="grid min-h-0 flex-1 grid-cols-[332px_minmax(0,1fr)] max-phone:grid-cols-1">
      <h1 className="sr-only">{t('duplicates')}</h1>
      <section
        aria-label={t('list')}
        data-pane="list"
        className={cx('flex min-h-0 flex-col border-e border-line bg-surface', oneId !== '' && 'max-phone:hidden')}
      >
        <DuplicatesList openId={oneId} />
      </section>
      <section
        aria-label={t('pair')}
        data-pane="thread"
        className={cx('min-h-0 overflow-y-auto', oneId === '' && 'max-phone:hidden')}
      >
        {oneId === '' && <EmptyState title={t('choose')}>{t('chooseHint')}</EmptyState>}
        {oneId !== '' && otherId === '' && <DuplicateDetail key={oneId} id={oneId} />}
        {otherId !== '' && <MergeSideBySide key={`${oneId} ${otherId}`} oneId={oneId} otherId={otherId} reasons={[]} />}
      </section>
    </div>
  );
}
