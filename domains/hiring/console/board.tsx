import { type ReactElement, useState } from 'react';
import { Button, cx, EmptyState, ErrorNote, usePages, useWords } from '#platform/ui';
import { type ApplicationRow, listApplications, type OpeningView, type Stage } from '../contract.ts';
import { ApplicantCard } from './applicant-card.tsx';
import { useMove } from './use-move.tsx';
import { hiringWords } from './words.ts';

/** The columns of the board, in the order an application goes through them. */
export const columns = ['new', 'talk', 'offer', 'hired', 'declined', 'withdrawn'] as const;
/** Stages that who hires sets; withdrawing is the applicant's own. */
export const settable = ['new', 'talk', 'offer', 'hired', 'declined'] as const;
export type Settable = (typeof settable)[number];

/** Who applied, a column a stage. A card is dragged, moved by its menu, or by Shift and an arrow. */
export function Board(props: { readonly opening: OpeningView; readonly openId: string }): ReactElement {
  const t = useWords(hiringWords);
  const { opening } = props;
  if (opening.applied === 0)
    return (
      <EmptyState title={t('noApplicants')}>
        {opening.state === 'open' ? t('noApplicantsSays') : t('noApplicantsDraft')}
      </EmptyState>
    );
  return (
    <>
      <p className="mb-2 text-xs text-text-3 max-phone:hidden">{t('boardHint')}</p>
      <div className="flex min-h-0 flex-1 items-start gap-3 overflow-x-auto pb-3 max-phone:flex-col max-phone:items-stretch">
        {columns.map((stage) => (
          <Column key={stage} openingId={opening.id} stage={stage} openId={props.openId} />
        ))}
      </div>
    </>
  );
}

function isSettable(stage: Stage): stage is Settable {
  return (settable as readonly Stage[]).includes(stage);
}

function Column(props: { readonly openingId: string; readonly stage: Stage; readonly openId: string }): ReactElement {
  const t = useWords(hiringWords);
  const { stage, openingId } = props;
  const pages = usePages(listApplications, { params: { id: openingId as never }, query: { stage } });
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? [];
  const move = useMove(openingId);
  const [isOver, setOver] = useState(false);
  const name = t(`stage-${stage}`);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- dragging alone; the menu and the keys of a card do the same.
    <section
      aria-label={name}
      data-stage={stage}
      onDragOver={(event) => {
        if (!isSettable(stage)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        const row = droppedRow(event.dataTransfer.getData(dragKind));
        if (row && isSettable(stage)) move(row, stage);
      }}
      className={cx(
        'flex min-w-44 flex-1 flex-col gap-2 rounded-xl border bg-surface-2 p-2',
        isOver ? 'border-brand' : 'border-line',
      )}
    >
      <h2 className="flex items-center gap-1.5 px-1.5 text-sm font-semibold">
        {name}
        <span className="text-xs font-normal text-text-3 tabular-nums">
          {rows.length}
          {pages.hasNextPage && '+'}
        </span>
      </h2>
      {pages.error && <ErrorNote title={t('failed')} detail={pages.error.problem.title} />}
      <ul className="flex flex-col gap-2">
        {rows.map((row) => (
          <ApplicantCard key={row.id} row={row} isOpen={row.id === props.openId} onMove={move} />
        ))}
      </ul>
      {pages.data && rows.length === 0 && <p className="px-1.5 pb-1 text-xs text-text-3">{t('nobody')}</p>}
      {pages.hasNextPage && (
        <Button size="sm" disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </section>
  );
}

/** What a dragged card carries: the row itself, for the column it lands in. */
export const dragKind = 'application/x-rapport-applicant';

function droppedRow(text: string): ApplicationRow | undefined {
  return text === '' ? undefined : (JSON.parse(text) as ApplicationRow);
}
