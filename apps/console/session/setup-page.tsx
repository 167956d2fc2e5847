import { useQueryClient } from '@tanstack/react-query';
import { ArrowRight, Check, CircleCheck, CircleDashed, LoaderCircle } from 'lucide-react';
import { useEffect, useState, type FormEvent, type ReactElement } from 'react';
import type { ServerFact } from '#domains/identity/contract';
import { Button, cx, Logo, Refusal, useAct, useView, useWords, viewOf } from '#platform/ui';
import { useGo } from '../shell/links.tsx';
import { FirstLineFound } from './first-line-found.tsx';
import { filledIn, type FirstLine, hasTrouble, lineOf, useFirstLine } from './first-line.ts';
import { PeopleStep } from './people-step.tsx';
import { LineStep, OrganisationStep, YouStep, type Draft } from './setup-steps.tsx';
import { RailCircles } from './sign-in-page.tsx';
import { loadSample, readSession, readSetup, setUp } from '../routes.ts';
import { TryStep } from './try-step.tsx';
import { useInvites } from './use-invites.ts';
import { sessionWords } from './words.ts';

const steps = ['you', 'organisation', 'line', 'people', 'try'] as const;
const empty: Draft = {
  ownerName: '',
  address: '',
  password: '',
  workspaceName: '',
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  lineKind: 'mail',
  mailbox: '',
  imapHost: '',
  imapPassword: '',
  smtpHost: '',
  website: '',
  siteKey: '',
};

/**
 * The first run: who you are, for whom, where customers write, who else works here, and a first message. One question a
 * page; from the third on each may be skipped. The workspace is there after the third: whoever leaves then is inside.
 */
export function SetupPage(): ReactElement {
  const t = useWords(sessionWords);
  const go = useGo();
  const client = useQueryClient();
  const send = useAct(setUp);
  const sample = useAct(loadSample);
  const first = useFirstLine();
  // The workspace is made once; a line that was refused is tried again without making another.
  const [isMade, setMade] = useState(false);
  const [line, setLine] = useState<FirstLine>();
  const [at, setAt] = useState(0);
  const [draft, setDraft] = useState(empty);
  // A password without a server, and no server known for its domain: the owner names it.
  const [isUnknown, setUnknown] = useState(false);
  const step = steps[at] ?? 'you';
  const invites = useInvites(step === 'people');
  const server = useView(readSetup, {}, { enabled: !isMade });
  // whoever left in the middle and comes back, or comes too late, has nothing to set up any more
  const isOver = server.data?.needed === false && !isMade && send.isIdle;
  useEffect(() => {
    if (isOver) go('/', { replace: true });
  }, [isOver, go]);
  const isBusy = send.isPending || sample.isPending || first.isBusy || invites.isBusy;
  const failed = send.error ?? sample.error ?? first.refused;
  const change = (part: Partial<Draft>): void => {
    setDraft({ ...draft, ...part });
    // What is changed is tried again.
    first.forget();
    setUnknown(false);
  };

  const inside = (): void => go(sample.isSuccess ? '/settings/sample' : '/', { replace: true });
  const finish = async (withLine: boolean): Promise<void> => {
    const { ownerName, address, password, workspaceName, zone } = draft;
    if (!isMade)
      await send.mutateAsync({
        body: { ownerName, address, password, workspaceName, zone, locale: navigator.language.split('-')[0] ?? 'en' },
      });
    setMade(true);
    const filled = withLine ? await filledIn(draft) : draft;
    setUnknown(filled === null);
    if (filled === null) return;
    setDraft(filled);
    const wanted = withLine ? lineOf(filled) : undefined;
    if (wanted !== undefined && !(await first.open(wanted))) return;
    setLine(wanted);
    if (withLine && draft.lineKind === 'later' && !sample.isSuccess) await sample.mutateAsync({});
    client.removeQueries({ queryKey: [readSession.path] });
    await client.fetchQuery(viewOf(readSession, {}));
    setAt(steps.indexOf('people'));
  };
  /** Without a line nothing can arrive: there is nothing to try. */
  const afterPeople = (): void => (line === undefined ? inside() : setAt(steps.indexOf('try')));
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (step === 'line') void finish(true).catch(shown);
    else if (step === 'try') inside();
    else if (step !== 'people') setAt(at + 1);
    else if (invites.text.trim() === '') afterPeople();
    else void invites.send();
  };
  const skip = { line: () => void finish(false).catch(shown), people: afterPeople };

  return (
    <div className="grid h-dvh grid-cols-[348px_minmax(0,1fr)_352px] overflow-hidden bg-surface text-md max-full:grid-cols-[300px_minmax(0,1fr)] max-wide:grid-cols-1">
      <StepRail at={at} draft={draft} />
      <main className="overflow-y-auto px-14 pt-11 pb-[26px] max-wide:px-[18px] max-wide:pt-6">
        <form onSubmit={onSubmit} className="flex min-h-full flex-col">
          <h1 className="text-[30px] leading-9 tracking-[-0.022em]">{t(`${step}Title`)}</h1>
          <p className="mt-1.5 mb-[22px] text-[16px] leading-6 text-text-2">{t(`${step}Lead`)}</p>
          {step === 'you' && <YouStep draft={draft} change={change} />}
          {step === 'organisation' && <OrganisationStep draft={draft} change={change} />}
          {step === 'line' && (
            <LineStep draft={draft} change={change}>
              <FirstLineFound tried={first.tried} isUnknown={isUnknown} past={first.past} onPast={first.choosePast} />
            </LineStep>
          )}
          {step === 'people' && <PeopleStep invites={invites} />}
          {step === 'try' && line && <TryStep line={line} />}
          {failed && (
            <p role="alert" className="mt-3 text-danger-text">
              {failed.isUnreachable
                ? t('unreachable')
                : (failed.problem.fields?.[0]?.message ?? failed.problem.detail ?? failed.problem.title)}
            </p>
          )}
          <span className="flex-1" />
          <div className="mt-6 flex items-center gap-2">
            {(step === 'organisation' || step === 'line' || step === 'try') && (
              <Button size="lg" onClick={() => setAt(at - 1)}>
                {t('back')}
              </Button>
            )}
            <span className="flex-1" />
            {(step === 'line' || step === 'people') && (
              <Button look="ghost" size="lg" disabled={isBusy} onClick={skip[step]}>
                {t('skip')}
              </Button>
            )}
            <Button type="submit" look="primary" size="lg" disabled={isBusy}>
              {t(wordOf(step, first, invites))}
              <ArrowRight className="turns" />
            </Button>
          </div>
        </form>
      </main>
      <ServerColumn facts={server.data?.facts.filter(({ state }) => !isMade || state !== 'waiting')} />
    </div>
  );
}

/** What going on means at a step: a line is first tried, and what did not answer can be saved all the same. */
function wordOf(
  step: (typeof steps)[number],
  first: ReturnType<typeof useFirstLine>,
  invites: ReturnType<typeof useInvites>,
): 'trying' | 'finishAnyway' | 'finish' | 'continue' | 'invite' | 'inviting' {
  if (step === 'try') return 'finish';
  if (step === 'people' && invites.isBusy) return 'inviting';
  if (step === 'people' && invites.text.trim() !== '') return 'invite';
  if (step !== 'line') return 'continue';
  if (first.isBusy) return 'trying';
  return first.tried !== undefined && hasTrouble(first.tried) ? 'finishAnyway' : 'continue';
}

/** The refusal is shown by `failed`; only what is not a refusal is our own mistake. */
function shown(error: unknown): void {
  if (!(error instanceof Refusal)) throw error;
}

function StepRail(props: { readonly at: number; readonly draft: Draft }): ReactElement {
  const t = useWords(sessionWords);
  const said = [
    props.draft.ownerName || t('youHint'),
    props.draft.workspaceName || t('organisationHint'),
    t('lineHint'),
    t('peopleHint'),
    t(props.draft.lineKind === 'chat' ? 'tryChatHint' : 'tryHint'),
  ];
  return (
    <aside
      className="relative flex flex-col overflow-hidden bg-rail px-[34px] py-8 text-white max-wide:hidden"
      aria-label={t('steps')}
    >
      <RailCircles />
      <span className="flex items-center gap-3 text-xl font-bold tracking-[-0.02em]">
        <Logo sizePx={36} />
        Rapport
      </span>
      <ol className="mt-9 flex flex-col gap-1">
        {steps.map((step, index) => (
          <li
            key={step}
            aria-current={index === props.at ? 'step' : undefined}
            className="relative grid grid-cols-[30px_1fr] gap-[13px] py-2.5 not-last:before:absolute not-last:before:start-[14.5px] not-last:before:top-[42px] not-last:before:-bottom-3 not-last:before:w-px not-last:before:bg-[#2C5F52]"
          >
            <span
              className={cx(
                'grid size-[30px] place-items-center rounded-full border-[1.5px] text-sm font-bold',
                index === props.at && 'border-rail-mark bg-rail-mark text-[#2b1402]',
                index < props.at && 'border-[#1B6B58] bg-[#1B6B58]',
                index > props.at && 'border-[#3B7565] text-[#B7D2C9]',
              )}
            >
              {index < props.at ? <Check className="size-3.5" /> : index + 1}
            </span>
            <span>
              <b className="block text-body font-semibold text-[#D9E8E2]">{t(step)}</b>
              <span className="text-sm text-[#B7D2C9]">{said[index]}</span>
            </span>
          </li>
        ))}
      </ol>
      <span className="flex-1" />
      <p className="relative text-sm leading-[19px] text-[#B7D2C9]">{t('stepsFoot')}</p>
    </aside>
  );
}

const factIcons = {
  ok: <CircleCheck className="mt-[3px] size-3.5 text-success-text" />,
  waiting: <LoaderCircle className="mt-[3px] size-3.5 text-accent-text" />,
  off: <CircleDashed className="mt-[3px] size-3.5 text-text-3" />,
} as const;

/** What the server has; once the workspace is there, what still waited for a first address is no longer told. */
function ServerColumn({ facts }: { readonly facts: readonly ServerFact[] | undefined }): ReactElement {
  const t = useWords(sessionWords);
  return (
    <aside
      className="flex flex-col border-s border-line bg-surface-2 px-7 pt-11 pb-[26px] max-full:hidden"
      aria-label={t('server')}
    >
      <h2 className="mb-1.5">{t('server')}</h2>
      <ul>
        {facts?.map((fact) => (
          <li key={fact.id} className="grid grid-cols-[18px_1fr] gap-[11px] border-t border-line py-2.5 first:border-0">
            {factIcons[fact.state]}
            <span>
              <b className="block font-semibold">{fact.title}</b>
              <span className="text-sm text-text-3">{fact.detail}</span>
            </span>
          </li>
        ))}
      </ul>
      <span className="flex-1" />
      <div className="rounded-[13px] border border-line bg-surface px-[15px] py-[13px]">
        <b>{t('promise')}</b>
        <p className="mt-0.5 text-text-2">
          {t('promiseText')} {t('serverNote')}
        </p>
      </div>
    </aside>
  );
}
