import type { ReactElement } from 'react';
import type * as z from 'zod';
import { Button, EmptyState, ErrorNote, type Refusal, Skeleton, usePages, useWords } from '#platform/ui';
import { type LedgerRow, type LineId, listLedger } from '../contract.ts';
import type { LedgerFilter } from './ledger-filters.tsx';
import { LedgerTable } from './ledger-table.tsx';
import { ledgerWords } from './ledger-words.ts';
import { sinceOf } from './spans.ts';

const rowHeightPx = 44;

/** The rows that are shown, page by page. */
export interface ShownRows {
  readonly shown: readonly LedgerRow[];
  readonly isLoading: boolean;
  readonly refused: Refusal | null;
  readonly more: (() => void) | undefined;
  readonly isMore: boolean;
}

/** What the filter asks for; where nothing is filtered, parked ones that wait stand before all, whatever page they are on. */
export function useLedgerRows(id: z.output<typeof LineId>, filter: LedgerFilter, nowMs: number): ShownRows {
  const isPlain = filter.kind === undefined && filter.text === '';
  const ledger = usePages(listLedger, { params: { id }, query: queryOf(filter, nowMs) });
  const waiting = usePages(listLedger, { params: { id }, query: { kind: 'parked' } }, { enabled: isPlain });
  const first = isPlain ? (waiting.data?.pages.flatMap((page) => page.rows) ?? []) : [];
  const open = first.filter((row) => row.settledAt === null);
  const ids = new Set(open.map((row) => row.id));
  const rows = ledger.data?.pages.flatMap((page) => page.rows) ?? [];
  return {
    shown: [...open, ...rows.filter((row) => !ids.has(row.id))],
    isLoading: !ledger.data && !ledger.error,
    refused: ledger.data ? null : ledger.error,
    more: ledger.hasNextPage ? () => void ledger.fetchNextPage() : undefined,
    isMore: ledger.isFetchingNextPage,
  };
}

/** What a filter asks of the server. */
export function queryOf(filter: LedgerFilter, nowMs: number) {
  return {
    // what waits, waits however long ago it came
    ...(filter.span === 'always' || filter.kind === 'parked' ? {} : { since: sinceOf(filter.span, nowMs) }),
    ...(filter.kind === undefined ? {} : { kind: filter.kind }),
    ...(filter.text === '' ? {} : { text: filter.text }),
  };
}

/** The list, or the words that stand in its place. */
export function LedgerRows(props: {
  readonly rows: ShownRows;
  readonly filter: LedgerFilter;
  readonly openId: string;
  readonly onOpen: (id: string) => void;
}): ReactElement {
  const t = useWords(ledgerWords);
  const { rows } = props;
  if (rows.refused) return <ErrorNote title={t('failed')} detail={rows.refused.problem.title} />;
  if (rows.isLoading) return <Skeleton rows={8} rowHeightPx={rowHeightPx} label={t('loading')} />;
  if (rows.shown.length === 0) return <Nothing filter={props.filter} />;
  return (
    <>
      <LedgerTable rows={rows.shown} openId={props.openId} onOpen={props.onOpen} />
      {rows.more && (
        <Button className="self-start" disabled={rows.isMore} onClick={rows.more}>
          {t('more')}
        </Button>
      )}
    </>
  );
}

function Nothing(props: { readonly filter: LedgerFilter }): ReactElement {
  const t = useWords(ledgerWords);
  const { filter } = props;
  if (filter.text !== '') return <EmptyState title={t('noneFound')}>{t('noneFoundLead')}</EmptyState>;
  if (filter.kind === 'parked') return <EmptyState title={t('noneWaits')}>{t('keptWhole')}</EmptyState>;
  if (filter.kind !== undefined) return <EmptyState title={t('noneOfKind')} />;
  return <EmptyState title={t('noneAtAll')}>{t('noneAtAllLead')}</EmptyState>;
}
