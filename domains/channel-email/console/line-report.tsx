import { CircleAlert, CircleCheck, CircleDashed, CircleHelp, TriangleAlert } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { ErrorNote, fullMomentOf, Skeleton, useNow, useView, useWords, whenOf } from '#platform/ui';
import { getMailState, LineId } from '../contract.ts';
import { DnsRecords } from './dns-records.tsx';
import { LineTest } from './line-test.tsx';
import { PastMailPart } from './past-mail.tsx';
import { reportWords } from './report-words.ts';

/** The sign and tone of a state; words always stand beside it. */
export const stateLooks = {
  good: { Sign: CircleCheck, tone: 'text-success-text' },
  warning: { Sign: TriangleAlert, tone: 'text-warn-text' },
  bad: { Sign: CircleAlert, tone: 'text-danger-text' },
  off: { Sign: CircleDashed, tone: 'text-text-3' },
  unknown: { Sign: CircleHelp, tone: 'text-text-3' },
} as const;

/** How a line is: each part in words, what its domain says in the DNS, and a test there and back (prototype n). */
export function LineReport(props: { readonly lineId: string; readonly hasMailbox: boolean }): ReactElement {
  const t = useWords(reportWords);
  const id = LineId.parse(props.lineId);
  const state = useView(getMailState, { params: { id } });
  if (state.error) return <ErrorNote title={state.error.problem.title} detail={state.error.problem.detail} />;
  if (!state.data) return <Skeleton rows={3} rowHeightPx={40} label={t('states')} />;
  return (
    <div className="flex flex-col gap-5 px-5 pb-5">
      <States state={state.data} />
      <DnsRecords id={id} />
      <LineTest id={id} />
      {props.hasMailbox && <PastMailPart id={id} />}
    </div>
  );
}

type State = NonNullable<ReturnType<typeof useView<typeof getMailState>>['data']>;

function States(props: { readonly state: State }): ReactElement {
  const t = useWords(reportWords);
  const { state } = props;
  return (
    <section aria-label={t('states')}>
      <ul className="flex flex-col gap-2.5">
        <Part title={t('in')} {...state.in} />
        <Part
          title={t('lastMail')}
          state={state.lastMailAt === null ? 'off' : 'good'}
          says={state.lastMailAt === null ? t('lastMailNone') : ''}
          at={state.lastMailAt}
        />
        <Part title={t('out')} {...state.out} />
        {state.consent && <Part title={t('consent')} {...state.consent} />}
      </ul>
      {state.waiting > 0 && <p className="mt-2.5 text-warn-text">{t('waits', { count: state.waiting })}</p>}
    </section>
  );
}

function Part(props: {
  readonly title: string;
  readonly state: keyof typeof stateLooks;
  readonly says: string;
  readonly at: string | null;
}): ReactElement {
  const now = useNow();
  const { Sign, tone } = stateLooks[props.state];
  return (
    <li className="grid grid-cols-[18px_minmax(0,1fr)] gap-x-2">
      <Sign aria-hidden="true" className={`mt-0.5 size-4 ${tone}`} />
      <span>
        <b className={`font-semibold ${tone}`}>{props.title}</b>{' '}
        {props.at !== null && (
          <time className="text-text-3" title={fullMomentOf(props.at)}>
            {whenOf(props.at, now)}
          </time>
        )}
        {props.says !== '' && (
          <span dir="auto" className="block">
            {props.says}
          </span>
        )}
      </span>
    </li>
  );
}

/** A box that says the worst first, in words. */
export function Alarm(props: { readonly title: string; readonly children: ReactNode }): ReactElement {
  return (
    <p className="flex items-start gap-2 rounded-lg bg-danger-soft px-3 py-2.5">
      <TriangleAlert aria-hidden="true" className="mt-0.5 size-4 flex-none text-danger-text" />
      <span>
        <b className="font-semibold">{props.title}</b> {props.children}
      </span>
    </p>
  );
}
