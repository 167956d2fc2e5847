import { useQueryClient } from '@tanstack/react-query';
import { listLines } from '#domains/brands/contract';
import { RefreshCw } from 'lucide-react';
import type { ReactElement } from 'react';
import type * as z from 'zod';
import { Button, ErrorNote, Skeleton, useAct, useNow, useView, useWords, viewKey, whenOf } from '#platform/ui';
import { checkLineDns, type DnsRecord, type LineId, lookAtLineDns } from '../contract.ts';
import { CopyLine } from './copy-line.tsx';
import { Alarm, stateLooks } from './line-report.tsx';
import { reportWords } from './report-words.ts';

const rowHeightPx = 56;

/** What the domain should say in the DNS: each record with what it means, what stands there, and what to set (prototype n). */
export function DnsRecords(props: { readonly id: z.output<typeof LineId> }): ReactElement {
  const t = useWords(reportWords);
  const now = useNow();
  const client = useQueryClient();
  const dns = useView(checkLineDns, { params: { id: props.id } });
  const look = useAct(lookAtLineDns);
  const lookNow = (): void =>
    look.mutate(
      { params: { id: props.id } },
      {
        onSuccess: (found) => {
          client.setQueryData(viewKey(checkLineDns, { params: { id: props.id } }), found);
          void client.invalidateQueries({ queryKey: [listLines.path] });
        },
      },
    );
  const { data, error } = dns;
  // whether answers reach people hangs on these; where mail arrives is its own matter
  const broken = data?.rows.filter((row) => row.state === 'bad' && row.id !== 'mx' && row.id !== 'return-path') ?? [];
  return (
    <section aria-label={t('records', { domain: data?.domain ?? '' })} className="flex flex-col gap-3">
      <div className="flex items-start gap-2">
        <div className="min-w-0 flex-1">
          <h3 className="break-words">{t('records', { domain: data?.domain ?? '…' })}</h3>
          <p className="text-xs text-text-3">{t('recordsLead')}</p>
        </div>
        <Button size="sm" disabled={dns.isFetching || look.isPending} onClick={lookNow}>
          <RefreshCw className="size-3.5" />
          {t(dns.isFetching || look.isPending ? 'checking' : 'checkNow')}
        </Button>
      </div>
      {error && !data && <ErrorNote title={t('failed')} detail={error.problem.detail ?? error.problem.title} />}
      {!data && !error && <Skeleton rows={5} rowHeightPx={rowHeightPx} label={t('checking')} />}
      {broken.length > 0 && <Alarm title={t('spamBad')}>{t('spamBadLead', { count: broken.length })}</Alarm>}
      {data && (
        <>
          <ul className="divide-y divide-line">
            {data.rows.map((row) => (
              <Row key={row.id} row={row} />
            ))}
          </ul>
          <p role="status" className="text-xs text-text-3">
            {t('checkedAt', { when: whenOf(data.checkedAt, now) })}
          </p>
        </>
      )}
    </section>
  );
}

function Row(props: { readonly row: DnsRecord }): ReactElement {
  const t = useWords(reportWords);
  const { row } = props;
  const { Sign, tone } = stateLooks[row.state];
  const type = t(`${row.id}Type`);
  const isDone = row.set !== null && row.found.includes(row.set);
  return (
    <li className="flex flex-col gap-1.5 py-2.5">
      <p className="flex items-center gap-1.5">
        <Sign aria-hidden="true" className={`size-4 flex-none ${tone}`} />
        <b className={`font-semibold ${tone}`}>{t(row.id)}</b>
        <span className="text-xs text-text-3">{t(row.state)}</span>
        <span className="ms-auto text-xs text-text-3">{type}</span>
      </p>
      <p dir="auto">{row.says}</p>
      {row.id !== 'return-path' && (row.found.length > 0 || row.state !== 'unknown') && (
        <div>
          <p className="text-xs text-text-3">{t('found')}</p>
          {row.found.length === 0 && <p className="text-text-2">{t('foundNothing')}</p>}
          {row.found.slice(0, 4).map((value) => (
            <code key={value} dir="ltr" className="block font-mono text-xs break-all text-text-2">
              {value}
            </code>
          ))}
        </div>
      )}
      {row.set !== null && !isDone && row.state !== 'good' && (
        <div className="flex flex-col gap-1">
          <p className="text-xs text-text-3">{`${t('name')}, ${row.type}`}</p>
          <CopyLine label={t('copyOf', { what: t('name'), record: type })} text={row.name} />
          <p className="text-xs text-text-3">{t('set')}</p>
          <CopyLine label={t('copyOf', { what: t('set'), record: type })} text={row.set} />
        </div>
      )}
    </li>
  );
}
