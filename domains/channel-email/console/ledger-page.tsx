import { ArrowLeft, RefreshCw, Route } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { LineId as BrandLineId, readLine } from '#domains/brands/contract';
import { ageOf, Button, cx, Dot, useCommand, useGo, useNow, useRooms, useView, useWords } from '#platform/ui';
import { getLedgerSummary, type LedgerRow, type LedgerSummary, LineId, listHeldAddresses } from '../contract.ts';
import { CheckedAt, ComparisonNote, type Looking, useComparison } from './comparison.tsx';
import { type LedgerFilter, LedgerFilters } from './ledger-filters.tsx';
import { LedgerRows, queryOf, useLedgerRows } from './ledger-rows.tsx';
import { SummaryCard } from './ledger-summary.tsx';
import { ledgerWords } from './ledger-words.ts';
import { MailPanel } from './mail-panel.tsx';
import { RulesPanel } from './rules-panel.tsx';
import { sinceOf } from './spans.ts';

/** The part of the address under which the rules stand beside the list. */
const rulesPart = 'rules';
/** A look younger than this is one of now, in milliseconds. */
const nowMs = 60_000;

/** Settings > Channels > a line > Mail ledger: every mail that came, with its fate; those that wait stand first (prototype v). */
export function LedgerPage(props: { readonly lineId: string; readonly rest: string }): ReactElement {
  const go = useGo();
  const now = useNow();
  const id = LineId.parse(props.lineId);
  const base = `/settings/channels/${props.lineId}`;
  const [filter, setFilter] = useState<LedgerFilter>({ kind: undefined, span: 'today', text: '' });
  const [change] = useState(() => (part: Partial<LedgerFilter>) => setFilter((before) => ({ ...before, ...part })));
  const line = useView(readLine, { params: { id: BrandLineId.parse(props.lineId) } });
  const summary = useView(getLedgerSummary, { params: { id }, query: { since: sinceOf(filter.span, now) } });
  const rows = useLedgerRows(id, filter, now);
  const looking = useComparison(id);
  useRooms([`mail-ledger:${props.lineId}`]);
  const mayChange = line.data?.can.includes('configure') ?? false;
  const way = summary.data?.way;
  const open = (mailId: string): void => go(`${base}/ledger/${mailId}`);
  useSteps(rows.shown, props.rest, open);
  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col">
      <Head address={line.data?.address} base={base} lineId={id} way={way} looking={mayChange ? looking : undefined} />
      <div className="flex min-h-0 flex-1">
        <div
          className={cx(
            'flex min-h-0 min-w-0 flex-1 flex-col gap-3.5 overflow-y-auto px-5 py-4 max-phone:px-3.5',
            props.rest !== '' && 'max-full:hidden',
          )}
        >
          {summary.data && (
            <SummaryCard
              summary={summary.data}
              span={filter.span}
              missing={summary.data.way.compared?.missing ?? 0}
              kind={filter.kind}
              onChoose={(kind) => change({ kind })}
              checked={<CheckedAt way={summary.data.way} />}
            />
          )}
          {way && <ComparisonNote way={way} looking={looking} mayChange={mayChange} />}
          <LedgerFilters
            lineId={props.lineId}
            filter={filter}
            waiting={summary.data?.waiting ?? 0}
            tableHref={`/api/lines/${props.lineId}/ledger.csv?${new URLSearchParams(queryOf(filter, now))}`}
            onChange={change}
            onLine={(other) => go(`/settings/channels/${other}/ledger`)}
          />
          <LedgerRows rows={rows} filter={filter} openId={props.rest} onOpen={open} />
        </div>
        {props.rest === rulesPart && (
          <RulesPanel
            lineId={id}
            mayChange={mayChange}
            onClose={() => go(`${base}/ledger`)}
            onShow={(text) => {
              change({ text, kind: undefined });
              go(`${base}/ledger`);
            }}
          />
        )}
        {props.rest !== '' && props.rest !== rulesPart && (
          <MailPanel key={props.rest} mailId={props.rest} onClose={() => go(`${base}/ledger`)} />
        )}
      </div>
    </div>
  );
}

function Head(props: {
  readonly address: string | undefined;
  readonly base: string;
  readonly lineId: ReturnType<typeof LineId.parse>;
  readonly way: LedgerSummary['way'] | undefined;
  readonly looking: Looking | undefined;
}): ReactElement {
  const t = useWords(ledgerWords);
  const go = useGo();
  const held = useView(listHeldAddresses, { params: { id: props.lineId } }).data?.rows.length ?? 0;
  return (
    <header className="flex min-h-[52px] flex-none flex-wrap items-center gap-3 border-b border-line bg-surface px-5 py-2">
      <Button look="ghost" size="sm" square aria-label={t('backToLine')} onClick={() => go(props.base)}>
        <ArrowLeft className="turns" />
      </Button>
      <h1>{t('ledger')}</h1>
      <bdi className="text-text-3">{props.address}</bdi>
      <span className="ms-auto flex flex-wrap items-center gap-2">
        {props.way?.is === 'mailbox' && <LastLook way={props.way} />}
        <Button onClick={() => go(`${props.base}/ledger/${rulesPart}`)}>
          <Route className="size-4" />
          {held > 0 ? t('rulesHeld', { count: held }) : t('rules')}
        </Button>
        {props.way?.is === 'mailbox' && props.looking && (
          <Button disabled={props.looking.isBusy} onClick={props.looking.look}>
            <RefreshCw className="size-4" />
            {t(props.looking.isBusy ? 'looking' : 'lookNow')}
          </Button>
        )}
      </span>
    </header>
  );
}

/** When the mailbox was last looked into by itself; a dot says how it is, and its words why. */
function LastLook(props: { readonly way: LedgerSummary['way'] }): ReactElement {
  const t = useWords(ledgerWords);
  const now = useNow();
  const { lastSeenAt, state, says } = props.way;
  const tone = ({ good: 'good', warning: 'risk', bad: 'bad' } as const)[state];
  const isNow = lastSeenAt !== null && now - Date.parse(lastSeenAt) < nowMs;
  const ago = lastSeenAt === null ? t('neverLooked') : t('lastLook', { ago: ageOf(lastSeenAt, now) });
  return (
    <span className="flex items-center gap-1.5 text-xs text-text-2" title={says}>
      <Dot tone={tone} label={says} />
      {isNow ? t('lastLookNow') : ago}
    </span>
  );
}

/** J and K go from mail to mail, beside the list and with one open. */
function useSteps(shown: readonly LedgerRow[], openId: string, open: (id: string) => void): void {
  const step = (by: number) => (): void => {
    const at = shown.findIndex((row) => row.id === openId);
    const next = shown[at < 0 ? 0 : at + by];
    if (next) open(next.id);
  };
  useCommand('next', step(1), shown.length > 0);
  useCommand('previous', step(-1), shown.length > 0);
}
