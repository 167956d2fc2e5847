import { useQueryClient } from '@tanstack/react-query';
import { TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import type * as z from 'zod';
import { Button, ErrorNote, type Refusal, timeOf, useAct, useWords } from '#platform/ui';
import { compareLine, type ComparisonFound, type LedgerSummary, type LineId, takeMissingMails } from '../contract.ts';
import { ledgerWords } from './ledger-words.ts';
import { ledgerPaths } from './use-take-in.ts';

/** The look at the mail host: begun by a press, answered with what has no row here. */
export interface Looking {
  readonly look: () => void;
  readonly take: (uids: readonly number[]) => void;
  readonly isBusy: boolean;
  readonly found: ComparisonFound | undefined;
  readonly refused: Refusal | null;
}

/** Compares mailbox and ledger when asked, and takes in what was passed by. */
export function useComparison(id: z.output<typeof LineId>): Looking {
  const client = useQueryClient();
  const compare = useAct(compareLine);
  const taking = useAct(takeMissingMails);
  const onSuccess = (): void => ledgerPaths.forEach((path) => void client.invalidateQueries({ queryKey: [path] }));
  return {
    look: () => {
      taking.reset();
      compare.mutate({ params: { id } }, { onSuccess });
    },
    take: (uids) => taking.mutate({ params: { id }, body: { uids: [...uids] } }, { onSuccess }),
    isBusy: compare.isPending || taking.isPending,
    found: taking.data ?? compare.data,
    refused: taking.error ?? compare.error,
  };
}

/** Behind "today since 0:00": when the host was last asked. */
export function CheckedAt(props: { readonly way: LedgerSummary['way'] }): ReactElement | null {
  const t = useWords(ledgerWords);
  const { way } = props;
  if (way.is !== 'mailbox') return null;
  return <>{way.compared ? t('checkedAt', { time: timeOf(way.compared.at) }) : t('notCheckedYet')}</>;
}

/** What differs between the host and the ledger, by name, with the step to take; a line in words where nothing does. */
export function ComparisonNote(props: {
  readonly way: LedgerSummary['way'];
  readonly looking: Looking;
  readonly mayChange: boolean;
}): ReactElement | null {
  const t = useWords(ledgerWords);
  const { way, looking } = props;
  const { found, refused } = looking;
  if (refused)
    return <ErrorNote title={refused.problem.title} detail={refused.problem.detail ?? refused.problem.help} />;
  if (found?.state === 'not-compared') return <ErrorNote title={t('notSeen')} detail={found.says} />;
  if (way.is === 'none' || way.state === 'bad') return <ErrorNote title={t('notSeen')} detail={way.says} />;
  const missing = found?.figures?.missing ?? way.compared?.missing ?? 0;
  if (missing > 0) return <Missing count={missing} {...props} />;
  if (!found?.figures) return null;
  const { atHost, onTheWay, gone } = found.figures;
  return (
    <p role="status" dir="auto" className="flex-none text-start text-text-2">
      {t('allThere', { count: atHost })} {onTheWay > 0 && t('onTheWay', { count: onTheWay })}{' '}
      {gone > 0 && t('gone', { count: gone })}
    </p>
  );
}

function Missing(props: {
  readonly count: number;
  readonly looking: Looking;
  readonly mayChange: boolean;
}): ReactElement {
  const t = useWords(ledgerWords);
  const { count, looking } = props;
  const named = looking.found?.missing ?? [];
  return (
    <section
      role="alert"
      className="flex flex-none flex-col gap-2 rounded-lg border border-danger-line bg-danger-soft px-4 py-3"
    >
      <h2 className="flex items-center gap-2 text-md text-danger-text">
        <TriangleAlert aria-hidden="true" className="size-4 flex-none" />
        {t('missing', { count })}
      </h2>
      <p className="text-text-2">{t(named.length > 0 ? 'missingLead' : 'missingLook')}</p>
      {named.length > 0 && (
        <ul className="flex flex-col gap-1">
          {named.map((mail) => (
            <li key={mail.uid} className="flex min-w-0 flex-wrap gap-x-3">
              <span className="text-text-2 tabular-nums">{mail.arrivedAt && timeOf(mail.arrivedAt)}</span>
              <bdi className="font-semibold">{mail.from ?? t('nobody')}</bdi>
              <bdi className="min-w-0 truncate">{mail.subject || t('noSubject')}</bdi>
            </li>
          ))}
        </ul>
      )}
      {props.mayChange && (
        <div>
          {named.length > 0 ? (
            <Button
              look="primary"
              disabled={looking.isBusy}
              onClick={() => looking.take(named.map((mail) => mail.uid))}
            >
              {looking.isBusy ? t('takingAll') : t('takeAll', { count: named.length })}
            </Button>
          ) : (
            <Button disabled={looking.isBusy} onClick={looking.look}>
              {t(looking.isBusy ? 'looking' : 'lookNow')}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}
