import { History } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import type * as z from 'zod';
import { AppLink, Button, ErrorNote, Segments, useAct, useRooms, useView, useWords } from '#platform/ui';
import { beginPastMail, getPastMail, type LineId, type PastMail, stopPastMail } from '../contract.ts';
import { pastWords } from './past-words.ts';

const spans = { d7: 7, d30: 30, all: null } as const;
type Span = keyof typeof spans;

/** What lay in the mailbox before the line: taken in on wish as closed conversations, with how far it came. */
export function PastMailPart(props: { readonly id: z.output<typeof LineId> }): ReactElement {
  const t = useWords(pastWords);
  const { id } = props;
  const begin = useAct(beginPastMail);
  const stop = useAct(stopPastMail);
  const [span, setSpan] = useState<Span>('d30');
  useRooms([`past-mail:${id}`]);
  const { data: past } = useView(getPastMail, { params: { id } });
  const refused = begin.error ?? stop.error;
  const isUnderWay = past?.state === 'under-way';
  return (
    <section aria-label={t('title')} className="flex flex-col gap-2.5">
      <h3>{t('title')}</h3>
      <p className="text-xs text-text-3">{t('lead')}</p>
      {past && past.state !== 'none' && <HowFar past={past} lineId={id} />}
      {isUnderWay ? (
        <Button className="self-start" disabled={stop.isPending} onClick={() => stop.mutate({ params: { id } })}>
          {t('stop')}
        </Button>
      ) : (
        <div className="flex flex-wrap items-center gap-2">
          <Segments
            label={t('span')}
            value={span}
            options={(['d7', 'd30', 'all'] as const).map((one) => ({ id: one, label: t(one) }))}
            onChoose={setSpan}
          />
          <Button
            disabled={begin.isPending || !past}
            onClick={() => begin.mutate({ params: { id }, body: { days: spans[span] } })}
          >
            <History className="size-3.5" />
            {t('begin')}
          </Button>
        </div>
      )}
      {refused && <ErrorNote title={refused.problem.title} detail={refused.problem.detail ?? refused.problem.help} />}
    </section>
  );
}

function HowFar(props: { readonly past: PastMail; readonly lineId: string }): ReactElement {
  const t = useWords(pastWords);
  const { past } = props;
  const done = past.taken + past.aside + past.known;
  const isUnderWay = past.state === 'under-way';
  return (
    <div className="flex flex-col gap-1.5">
      {isUnderWay && (
        <progress
          aria-label={t('title')}
          className="h-1.5 w-full accent-[var(--color-brand)]"
          {...(past.found === null ? {} : { max: Math.max(1, past.found), value: done })}
        />
      )}
      <p role="status" className="tabular-nums">
        {past.found === null && isUnderWay ? t('looking') : t(stateWord(past), { done, count: past.found ?? 0 })}
      </p>
      {past.says !== '' && (
        <p dir="auto" className="text-warn-text">
          {past.says}
        </p>
      )}
      {done > 0 && !isUnderWay && (
        <p className="text-text-2 tabular-nums">
          {past.aside + past.known > 0 && (
            <>{t('figures', { taken: past.taken, aside: past.aside, known: past.known })} </>
          )}
          <AppLink
            href={`/settings/channels/${props.lineId}/ledger`}
            label={t('ledger')}
            current={false}
            className="font-semibold text-brand-text"
          >
            {t('ledger')}
          </AppLink>
        </p>
      )}
    </div>
  );
}

function stateWord(past: PastMail): 'underWay' | 'done' | 'nothing' | 'stopped' {
  if (past.state === 'under-way') return 'underWay';
  if (past.state === 'stopped') return 'stopped';
  return past.found === 0 ? 'nothing' : 'done';
}
