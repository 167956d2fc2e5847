import { Download, Search } from 'lucide-react';
import { type ReactElement, useEffect, useState } from 'react';
import { listLines } from '#domains/brands/contract';
import { cx, useView, useWords } from '#platform/ui';
import type { MailKind } from '../contract.ts';
import { ledgerWords } from './ledger-words.ts';
import { type Span, spans } from './spans.ts';

/** What of the ledger is shown. */
export interface LedgerFilter {
  readonly kind: MailKind | undefined;
  readonly span: Span;
  readonly text: string;
}

/** Shorter words hold no trigram, and typing settles for this long before it is asked, in milliseconds. */
export const shortestText = 3;
const settleMs = 250;
const control =
  'h-[30px] rounded-lg border border-line-control bg-surface px-2.5 text-xs font-control hover:bg-hover max-phone:h-10';

/** Parked and all, how far back, which line, and a part of who, what or id. */
export function LedgerFilters(props: {
  readonly lineId: string;
  readonly filter: LedgerFilter;
  readonly waiting: number;
  /** Where the same rows lie as a table. */
  readonly tableHref: string;
  readonly onChange: (part: Partial<LedgerFilter>) => void;
  readonly onLine: (lineId: string) => void;
}): ReactElement {
  const t = useWords(ledgerWords);
  const { filter, onChange } = props;
  const lines = (useView(listLines, { query: {} }).data?.rows ?? []).filter((line) => line.channel === 'email');
  return (
    <div className="flex flex-none flex-wrap items-center gap-2">
      <Choice isOn={filter.kind === 'parked'} onPress={() => onChange({ kind: 'parked' })}>
        {t('parked')} <b className="font-semibold tabular-nums">{props.waiting}</b>
      </Choice>
      <Choice isOn={filter.kind === undefined} onPress={() => onChange({ kind: undefined })}>
        {t('all')}
      </Choice>
      <select
        aria-label={t('time')}
        value={filter.span}
        className={control}
        onChange={(event) => onChange({ span: spans.find((one) => one === event.target.value) ?? 'today' })}
      >
        {spans.map((span) => (
          <option key={span} value={span}>
            {t(span)}
          </option>
        ))}
      </select>
      {lines.length > 1 && (
        <select
          aria-label={t('line')}
          value={props.lineId}
          className={cx(control, 'max-w-56')}
          onChange={(event) => props.onLine(event.target.value)}
        >
          {lines.map((line) => (
            <option key={line.id} value={line.id}>
              {line.address}
            </option>
          ))}
        </select>
      )}
      <TextFilter value={filter.text} onChange={(text) => onChange({ text })} />
      <a href={props.tableHref} download className={cx(control, 'inline-flex items-center gap-1.5')}>
        <Download aria-hidden="true" className="size-3.5" />
        {t('asTable')}
      </a>
    </div>
  );
}

function Choice(props: {
  readonly isOn: boolean;
  readonly onPress: () => void;
  readonly children: React.ReactNode;
}): ReactElement {
  return (
    <button
      type="button"
      aria-pressed={props.isOn}
      onClick={props.onPress}
      className={cx(
        'flex h-[30px] items-center gap-1.5 rounded-lg border px-3 text-xs font-control max-phone:h-10',
        props.isOn ? 'border-brand bg-selected text-brand-text' : 'border-line-2 bg-surface hover:bg-hover',
      )}
    >
      {props.children}
    </button>
  );
}

function TextFilter(props: { readonly value: string; readonly onChange: (text: string) => void }): ReactElement {
  const t = useWords(ledgerWords);
  const [typed, setTyped] = useState(props.value);
  const { value, onChange } = props;
  useEffect(() => {
    const wanted = typed.trim().length >= shortestText ? typed.trim() : '';
    if (wanted === value) return undefined;
    const timer = setTimeout(() => onChange(wanted), settleMs);
    return () => clearTimeout(timer);
  }, [typed, value, onChange]);
  const isShort = typed.trim().length > 0 && typed.trim().length < shortestText;
  return (
    <label className="relative min-w-0 flex-1 basis-56">
      <Search aria-hidden="true" className="absolute inset-s-2.5 top-2 size-3.5 text-text-3 max-phone:top-3.5" />
      <span className="sr-only">{t('search')}</span>
      <input
        type="search"
        value={typed}
        placeholder={t('search')}
        onChange={(event) => setTyped(event.target.value)}
        aria-describedby={isShort ? 'ledger-short' : undefined}
        className="h-[30px] w-full rounded-lg border border-line-control bg-surface ps-8 pe-2.5 text-sm max-phone:h-10"
      />
      {isShort && (
        <span id="ledger-short" className="text-xs text-text-3">
          {t('searchShort')}
        </span>
      )}
    </label>
  );
}
