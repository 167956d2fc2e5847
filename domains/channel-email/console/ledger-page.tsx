import { ArrowLeft } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { readLine, LineId as BrandLineId } from '#domains/brands/contract';
import { Button, cx, EmptyState, ErrorNote, Skeleton, useGo, usePages, useView, useWords } from '#platform/ui';
import { type Fate, fates, LineId, listLedger } from '../contract.ts';
import { LedgerTable } from './ledger-table.tsx';
import { MailPanel } from './mail-panel.tsx';
import { mailWords } from './words.ts';

/** The server counts up to this many and no further. */
const countedUpTo = 100;
const rowHeightPx = 44;

/** Settings > Channels > a line > Mail ledger: every mail that came, with its fate; those that wait stand first (prototype v). */
export function LedgerPage(props: { readonly lineId: string; readonly rest: string }): ReactElement {
  const t = useWords(mailWords);
  const go = useGo();
  const id = LineId.parse(props.lineId);
  const base = `/settings/channels/${props.lineId}`;
  const [fate, setFate] = useState<Fate>();
  const line = useView(readLine, { params: { id: BrandLineId.parse(props.lineId) } });
  const ledger = usePages(listLedger, { params: { id }, query: fate === undefined ? {} : { fate } });
  // Parked ones stand before all others, whatever page of the ledger they are on.
  const waiting = usePages(listLedger, { params: { id }, query: { fate: 'parked' } }, { enabled: fate === undefined });
  const parked = ledger.data?.pages[0]?.parked ?? 0;
  const first = fate === undefined ? (waiting.data?.pages.flatMap((page) => page.rows) ?? []) : [];
  const rows = ledger.data?.pages.flatMap((page) => page.rows) ?? [];
  const open = first.filter((row) => row.settledAt === null);
  const shown = [...open, ...rows.filter((row) => !open.some((one) => one.id === row.id))];
  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col">
      <header className="flex min-h-[52px] flex-none flex-wrap items-center gap-3 border-b border-line bg-surface px-5 py-2">
        <Button look="ghost" size="sm" square aria-label={t('backToLine')} onClick={() => go(base)}>
          <ArrowLeft className="turns" />
        </Button>
        <h1>{t('ledger')}</h1>
        <bdi className="text-text-3">{line.data?.address}</bdi>
      </header>
      <div className="flex min-h-0 flex-1">
        <div
          className={cx(
            'flex min-h-0 min-w-0 flex-1 flex-col gap-3 overflow-y-auto px-5 py-4 max-phone:px-3.5',
            props.rest !== '' && 'max-full:hidden',
          )}
        >
          {ledger.data && (
            <p role="status" className={cx('text-lg font-bold', parked > 0 && 'text-warn-text')}>
              {parked === 0 ? t('allSettled') : t(parked >= countedUpTo ? 'cameMany' : 'came', { count: parked })}
            </p>
          )}
          <FateChoice value={fate} parked={parked} onChoose={setFate} />
          {ledger.error && <ErrorNote title={t('failed')} detail={ledger.error.problem.title} />}
          {!ledger.data && !ledger.error && <Skeleton rows={8} rowHeightPx={rowHeightPx} label={t('loading')} />}
          {ledger.data && shown.length === 0 && <EmptyState title={t(fate === undefined ? 'noneAtAll' : 'none')} />}
          {shown.length > 0 && (
            <LedgerTable rows={shown} openId={props.rest} onOpen={(mailId) => go(`${base}/ledger/${mailId}`)} />
          )}
          {ledger.hasNextPage && (
            <Button
              className="self-start"
              disabled={ledger.isFetchingNextPage}
              onClick={() => void ledger.fetchNextPage()}
            >
              {t('more')}
            </Button>
          )}
        </div>
        {props.rest !== '' && <MailPanel key={props.rest} mailId={props.rest} onClose={() => go(`${base}/ledger`)} />}
      </div>
    </div>
  );
}

/** The fates, each a filter. */
function FateChoice(props: {
  readonly value: Fate | undefined;
  readonly parked: number;
  readonly onChoose: (fate: Fate | undefined) => void;
}): ReactElement {
  const t = useWords(mailWords);
  const choices: readonly (Fate | undefined)[] = [undefined, 'parked', ...fates.filter((fate) => fate !== 'parked')];
  return (
    <div role="group" aria-label={t('fates')} className="flex flex-wrap gap-2">
      {choices.map((fate) => (
        <button
          key={fate ?? 'all'}
          type="button"
          aria-pressed={fate === props.value}
          onClick={() => props.onChoose(fate)}
          className={cx(
            'flex h-[30px] items-center gap-1.5 rounded-lg border px-3 text-xs font-control max-phone:h-10',
            fate === props.value ? 'border-brand bg-selected' : 'border-line-2 bg-surface hover:bg-hover',
          )}
        >
          {fate === undefined ? t('all') : t(fate)}
          {fate === 'parked' && props.parked > 0 && <span className="tabular-nums">{props.parked}</span>}
        </button>
      ))}
    </div>
  );
}
