import { useQueryClient } from '@tanstack/react-query';
import { ArrowLeft, BriefcaseBusiness } from 'lucide-react';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import {
  AppLink,
  Button,
  Chip,
  EmptyState,
  ErrorNote,
  newId,
  Skeleton,
  useAct,
  useRooms,
  useTell,
  useView,
  useWords,
} from '#platform/ui';
import { listOpenings, type OpeningView, readOpening, setOpeningState } from '../contract.ts';
import { ApplicantPanel } from './applicant-panel.tsx';
import { Board } from './board.tsx';
import { payRange } from './money.ts';
import { OpeningForm } from './opening-form.tsx';
import { hiringWords } from './words.ts';

const rowHeightPx = 80;
const saidMs = 5000;

/** One opening: what may be done with it, who applied by stage, and one of them beside it. */
export function OpeningPage(props: { readonly id: string; readonly applicationId: string }): ReactElement {
  const t = useWords(hiringWords);
  const asked = useView(readOpening, { params: { id: props.id as never } });
  const opening = asked.data;
  useRooms([`opening:${props.id}`]);
  useBackToCard(props.applicationId);
  if (asked.error?.problem.status === 403) return <EmptyState title={t('mayNot')}>{t('mayNotSays')}</EmptyState>;
  if (asked.error && !opening)
    return (
      <div className="flex-1">
        <ErrorNote title={t('failed')} detail={asked.error.problem.help ?? asked.error.problem.title} />
        <BackLink />
      </div>
    );
  if (!opening) return <Skeleton rows={4} rowHeightPx={rowHeightPx} label={t('loading')} />;
  const isOneOpen = props.applicationId !== '';
  return (
    <div className="flex min-h-0 flex-1">
      <section
        aria-label={opening.title}
        data-pane="list"
        className={`flex min-h-0 min-w-0 flex-1 flex-col overflow-y-auto px-6 py-5 max-phone:px-3.5 ${isOneOpen ? 'max-full:hidden' : ''}`}
      >
        <BackLink />
        <Head opening={opening} />
        <Board opening={opening} openId={props.applicationId} />
      </section>
      {isOneOpen && <ApplicantPanel key={props.applicationId} openingId={props.id} id={props.applicationId} />}
    </div>
  );
}

/** Once an applicant is closed the keys go on at their card, or at the first link where the card is gone. */
function useBackToCard(applicationId: string): void {
  const before = useRef(applicationId);
  useEffect(() => {
    const last = before.current;
    before.current = applicationId;
    if (applicationId !== '' || last === '' || document.activeElement !== document.body) return;
    const list = document.querySelector('[data-pane=list]');
    (list?.querySelector<HTMLElement>(`[data-applicant="${last}"] a`) ?? list?.querySelector('a'))?.focus();
  }, [applicationId]);
}

function BackLink(): ReactElement {
  const t = useWords(hiringWords);
  return (
    <AppLink
      href="/hiring"
      label={t('back')}
      current={false}
      className="mb-2 inline-flex min-h-6 items-center gap-1.5 self-start text-text-2"
    >
      <ArrowLeft className="size-4 rtl:rotate-180" />
      {t('back')}
    </AppLink>
  );
}

function Head(props: { readonly opening: OpeningView }): ReactElement {
  const t = useWords(hiringWords);
  const { opening } = props;
  const [isEditing, setEditing] = useState(false);
  return (
    <header className="mb-4 flex flex-wrap items-center gap-3">
      <div className="min-w-0 flex-1 basis-72">
        <h1 className="text-xl" dir="auto">
          {opening.title}
        </h1>
        <p className="flex flex-wrap items-center gap-2 text-text-2">
          <Chip tone={opening.state === 'open' ? 'ok' : 'outline'}>{t(opening.state)}</Chip>
          {opening.pay ? (
            <span>
              <bdi>{payRange(opening.pay)}</bdi>{' '}
              {[t(opening.pay.period), opening.pay.source].filter(Boolean).join(', ')}
            </span>
          ) : (
            <span>{t('notStated')}</span>
          )}
          {opening.state === 'open' && (
            <a
              href={`/careers/openings/${opening.id}`}
              target="_blank"
              rel="noreferrer"
              className="inline-flex min-h-6 items-center font-semibold text-brand-text"
            >
              {t('seeSite')}
            </a>
          )}
        </p>
      </div>
      <StateButtons opening={opening} />
      <Button onClick={() => setEditing(true)}>{t('edit')}</Button>
      {isEditing && <OpeningForm opening={opening} onClose={() => setEditing(false)} />}
    </header>
  );
}

/** The ways on from where it stands; each says what it did. */
function StateButtons(props: { readonly opening: OpeningView }): ReactElement {
  const t = useWords(hiringWords);
  const client = useQueryClient();
  const tell = useTell();
  const act = useAct(setOpeningState);
  const { opening } = props;
  const icon = <BriefcaseBusiness />;
  const set = (state: OpeningView['state']): void => {
    const onSuccess = (): void => {
      void client.invalidateQueries({ queryKey: [readOpening.path] });
      void client.invalidateQueries({ queryKey: [listOpenings.path] });
      const said = { open: t('isOpen'), closed: t('isClosed'), draft: t('isDraft') }[state];
      tell({ id: newId(), icon, text: said, stayMs: saidMs });
    };
    act.mutate({ params: { id: opening.id as never }, body: { state } }, { onSuccess });
  };
  return (
    <>
      {act.error && <ErrorNote title={act.error.problem.title} detail={act.error.problem.help} />}
      {opening.state !== 'open' && (
        <Button look="primary" disabled={act.isPending} onClick={() => set('open')}>
          {t('doOpen')}
        </Button>
      )}
      {opening.state === 'open' && (
        <Button disabled={act.isPending} onClick={() => set('closed')}>
          {t('doClose')}
        </Button>
      )}
      {opening.state === 'closed' && (
        <Button disabled={act.isPending} onClick={() => set('draft')}>
          {t('doDraft')}
        </Button>
      )}
    </>
  );
}
