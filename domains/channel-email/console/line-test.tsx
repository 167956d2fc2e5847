import { useQueryClient } from '@tanstack/react-query';
import { CircleCheck, CircleDashed, CircleX, Send } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import type * as z from 'zod';
import { AppLink, Button, ErrorNote, useAct, useNow, useRooms, useView, useWords } from '#platform/ui';
import {
  beginMailTest,
  checkLineDns,
  getMailState,
  getMailTest,
  type LineId,
  type MailTest,
  MailTestId,
} from '../contract.ts';
import { reportWords } from './report-words.ts';

/** After this a test that did not come back is late, in milliseconds; it is still heard of when it comes. */
const lateMs = 45_000;
const secondMs = 1_000;

/** A mail of the line to itself: each step with its time, told as it happens. */
export function LineTest(props: { readonly id: z.output<typeof LineId> }): ReactElement {
  const t = useWords(reportWords);
  const client = useQueryClient();
  const begin = useAct(beginMailTest);
  const [testId, setTestId] = useState<string>();
  const again = (): void =>
    [getMailState, checkLineDns].forEach((route) => void client.invalidateQueries({ queryKey: [route.path] }));
  return (
    <section aria-label={t('test')} className="flex flex-col gap-2.5">
      <p className="text-xs text-text-3">{t('testLead')}</p>
      <Button
        className="self-start"
        disabled={begin.isPending}
        onClick={() =>
          begin.mutate(
            { params: { id: props.id } },
            {
              onSuccess: ({ id }) => {
                setTestId(id);
                again();
              },
            },
          )
        }
      >
        <Send className="turns size-3.5" />
        {t(begin.isPending ? 'testing' : 'test')}
      </Button>
      {begin.error && (
        <ErrorNote title={begin.error.problem.title} detail={begin.error.problem.detail ?? begin.error.problem.help} />
      )}
      {testId !== undefined && <Trace key={testId} testId={testId} onArrived={again} />}
    </section>
  );
}

/** Follows one test in its room; nothing is asked again and again. */
function Trace(props: { readonly testId: string; readonly onArrived: () => void }): ReactElement | null {
  const t = useWords(reportWords);
  const now = useNow();
  const id = MailTestId.parse(props.testId);
  useRooms([`mail-test:${props.testId}`]);
  const { data: test } = useView(getMailTest, { params: { id } });
  const [isTold, setTold] = useState(false);
  if (!test) return null;
  if (test.state === 'arrived' && !isTold) {
    setTold(true);
    queueMicrotask(props.onArrived);
  }
  const isLate = test.state === 'under-way' && now - Date.parse(test.begunAt) > lateMs;
  return (
    <div className="flex flex-col gap-2.5 rounded-lg border border-line px-3.5 py-3">
      <h3>{t('trace')}</h3>
      <ol className="flex flex-col gap-1.5">
        {test.steps.map((step) => (
          <Step key={step.step} step={step} test={test} />
        ))}
      </ol>
      <div role="status">
        {test.state === 'arrived' && <p className="text-success-text">{t('testArrived')}</p>}
        {test.failure !== null && (
          <p dir="auto" className="text-danger-text">
            {test.failure}
          </p>
        )}
        {isLate && (
          <>
            <p className="text-warn-text">{t('testLate')}</p>
            <ul className="list-disc ps-5 text-text-2">
              <li>{t('lateSpam')}</li>
              <li>{t('lateMx')}</li>
              <li>{t('lateIn')}</li>
            </ul>
          </>
        )}
      </div>
      {test.ledgerId !== null && (
        <AppLink
          href={`/settings/channels/${test.lineId}/ledger/${test.ledgerId}`}
          label={t('openRow')}
          current={false}
          className="inline-flex min-h-6 items-center self-start font-semibold text-brand-text max-phone:min-h-10"
        >
          {t('openRow')}
        </AppLink>
      )}
    </div>
  );
}

function Step(props: { readonly step: MailTest['steps'][number]; readonly test: MailTest }): ReactElement {
  const t = useWords(reportWords);
  const { step, test } = props;
  const { Sign, tone } = lookOf(step, test);
  const name = step.step === 'accepted' ? acceptedWords(t, step.says) : t(step.step);
  const open = t(test.state === 'failed' ? 'notReached' : 'waiting');
  return (
    <li className="grid grid-cols-[18px_minmax(0,1fr)_auto] gap-x-2">
      <Sign aria-hidden="true" className={`mt-0.5 size-4 ${tone}`} />
      <span className={step.at === null ? 'text-text-3' : ''}>{name}</span>
      <span className="text-xs text-text-3 tabular-nums">{step.at === null ? open : afterOf(t, step.at, test)}</span>
    </li>
  );
}

type T = ReturnType<typeof useWords<keyof typeof reportWords.en>>;

function acceptedWords(t: T, who: string): string {
  return who === '' ? t('acceptedYet') : t('accepted', { who });
}

function lookOf(step: MailTest['steps'][number], test: MailTest) {
  if (step.at !== null) return { Sign: CircleCheck, tone: 'text-success-text' };
  return test.state === 'failed'
    ? { Sign: CircleX, tone: 'text-danger-text' }
    : { Sign: CircleDashed, tone: 'text-text-3' };
}

/** How long after it was sent; a host that counts whole seconds may seem to be before it. */
function afterOf(t: T, at: string, test: MailTest): string {
  const ms = Math.max(0, Date.parse(at) - Date.parse(test.begunAt));
  return ms < secondMs ? t('afterMs', { ms }) : t('afterSeconds', { s: Math.round(ms / secondMs) });
}
