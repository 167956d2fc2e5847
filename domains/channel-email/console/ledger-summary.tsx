import type { ReactElement, ReactNode } from 'react';
import { cx, useWords } from '#platform/ui';
import { type LedgerSummary, type MailKind, mailKinds } from '../contract.ts';
import { colorOf } from './kinds.tsx';
import { ledgerWords } from './ledger-words.ts';
import { sinceWord, type Span } from './spans.ts';

/** "312 mails came, 312 have a fate", and the bar of fates; each is a filter (prototype v). */
export function SummaryCard(props: {
  readonly summary: LedgerSummary;
  readonly span: Span;
  /** Mails at the host that have no row here; they came, and have no fate. */
  readonly missing: number;
  readonly kind: MailKind | undefined;
  readonly onChoose: (kind: MailKind | undefined) => void;
  /** What the mail host was asked, and when. */
  readonly checked: ReactNode;
}): ReactElement {
  const t = useWords(ledgerWords);
  const { summary, missing } = props;
  const counts = mailKinds.flatMap((kind) => summary.kinds.find((one) => one.kind === kind && one.count > 0) ?? []);
  const rows = counts.reduce((sum, one) => sum + one.count, 0);
  const unfated = missing + (counts.find((one) => one.kind === 'received')?.count ?? 0);
  const came = rows + missing;
  return (
    <section
      aria-label={t('byKind')}
      className="flex-none rounded-lg border border-line bg-surface px-[18px] pt-3.5 pb-3"
    >
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <p role="status" dir="auto" className={cx('text-xl font-bold tabular-nums', unfated > 0 && 'text-danger-text')}>
          {headOf(t, came, came - unfated, summary.isCut)}
        </p>
        <span className="ms-auto text-xs text-text-3">
          {t(sinceWord(props.span))}
          {props.checked}
        </span>
      </div>
      {rows > 0 && (
        <>
          <div aria-hidden="true" className="mt-2.5 flex h-3.5 gap-0.5 overflow-hidden rounded-[5px]">
            {counts.map(({ kind, count }) => (
              <i key={kind} className="block min-w-[5px]" style={{ flex: count, background: colorOf(kind) }} />
            ))}
          </div>
          <div role="group" aria-label={t('byKind')} className="mt-1.5 flex flex-wrap gap-x-2 gap-y-1 -ms-1.5">
            {counts.map(({ kind, count }) => (
              <button
                key={kind}
                type="button"
                aria-pressed={props.kind === kind}
                onClick={() => props.onChoose(props.kind === kind ? undefined : kind)}
                className={cx(
                  'flex h-7 items-center gap-[7px] rounded-md px-1.5 text-text-2 hover:bg-hover max-phone:h-10',
                  props.kind === kind && 'bg-selected',
                )}
              >
                <i aria-hidden="true" className="size-[9px] rounded-xs" style={{ background: colorOf(kind) }} />
                {t(kind)}
                <b className="font-semibold text-text tabular-nums">{count}</b>
              </button>
            ))}
          </div>
        </>
      )}
    </section>
  );
}

function headOf(
  t: ReturnType<typeof useWords<keyof typeof ledgerWords.en>>,
  came: number,
  fated: number,
  isCut: boolean,
): string {
  if (came === 0) return t('cameNone');
  return isCut ? t('cameMany', { count: came }) : t('came', { count: came, fated });
}
