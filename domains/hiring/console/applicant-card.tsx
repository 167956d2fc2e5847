import { ArrowRightLeft, FileText } from 'lucide-react';
import { type KeyboardEvent, type ReactElement, useEffect, useRef } from 'react';
import { AppLink, Button, Chip, cx, Menu, useNow, useWords, whenOf } from '#platform/ui';
import type { ApplicationRow } from '../contract.ts';
import { dragKind, type Settable, settable } from './board.tsx';
import { wasJustMoved } from './use-move.tsx';
import { hiringWords } from './words.ts';

/** One applicant on the board: who, when, and what they brought. */
export function ApplicantCard(props: {
  readonly row: ApplicationRow;
  readonly isOpen: boolean;
  readonly onMove: (row: ApplicationRow, stage: Settable) => void;
}): ReactElement {
  const t = useWords(hiringWords);
  const now = useNow();
  const { row } = props;
  const card = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (wasJustMoved(row.id)) card.current?.querySelector('a')?.focus();
  }, [row.id]);
  const mayMove = row.stage !== 'withdrawn';
  const onKey = (event: KeyboardEvent): void => {
    const next = mayMove ? nextStage(event, row.stage) : undefined;
    if (next === undefined) return;
    event.preventDefault();
    props.onMove(row, next);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys are those of the link within, which has the focus.
    <li
      ref={card}
      data-applicant={row.id}
      draggable={mayMove}
      onDragStart={(event) => event.dataTransfer.setData(dragKind, JSON.stringify(row))}
      onKeyDown={onKey}
      className={cx(
        'flex items-start gap-1 rounded-lg border p-2.5',
        props.isOpen ? 'border-brand bg-selected' : 'border-line bg-surface',
      )}
    >
      <div className="min-w-0 flex-1">
        <AppLink
          href={`/hiring/${row.openingId}/${row.id}`}
          label={row.name}
          current={props.isOpen}
          className="inline-flex min-h-6 max-w-full items-center font-semibold"
        >
          <bdi className="truncate">{row.name}</bdi>
        </AppLink>
        <p className="text-xs text-text-3">{t('appliedOn', { when: whenOf(row.appliedAt, now) })}</p>
        {(row.hasCv || row.proofs > 0) && (
          <p className="mt-1 flex flex-wrap gap-1">
            {row.hasCv && (
              <Chip tone="outline">
                <FileText />
                {t('cv')}
              </Chip>
            )}
            {row.proofs > 0 && <Chip tone="brand">{t('proofs', { count: row.proofs })}</Chip>}
          </p>
        )}
      </div>
      {mayMove && (
        <Menu
          label={t('moveTo', { name: row.name })}
          trigger={
            <Button look="ghost" size="xs" square aria-label={t('moveTo', { name: row.name })}>
              <ArrowRightLeft className="size-3.5" />
            </Button>
          }
          items={settable
            .filter((stage) => stage !== row.stage)
            .map((stage) => ({ id: stage, label: t(`stage-${stage}`), run: () => props.onMove(row, stage) }))}
        />
      )}
    </li>
  );
}

/** Shift and an arrow: one column on or back, as the eye has it; from right to left the other way round. */
function nextStage(event: KeyboardEvent, stage: string): Settable | undefined {
  if (!event.shiftKey || (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft')) return undefined;
  const isRtl = document.documentElement.dir === 'rtl';
  const step = (event.key === 'ArrowRight') === isRtl ? -1 : 1;
  return settable[settable.findIndex((one) => one === stage) + step];
}
