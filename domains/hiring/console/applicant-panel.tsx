import { X } from 'lucide-react';
import { type KeyboardEvent, type ReactElement, useEffect, useRef, useState } from 'react';
import {
  Button,
  ErrorNote,
  KeyValues,
  SelectField,
  Skeleton,
  dateOf,
  languageNameOf,
  useGo,
  useView,
  useWords,
} from '#platform/ui';
import { type ApplicationView, readApplication } from '../contract.ts';
import { ApplicantLetters } from './applicant-letters.tsx';
import { ApplicantNotes } from './applicant-notes.tsx';
import { type Settable, settable } from './board.tsx';
import { CvPart } from './cv-part.tsx';
import { EraseApplicant } from './erase-applicant.tsx';
import { saveJson } from './save-json.ts';
import { useMove } from './use-move.tsx';
import { hiringWords } from './words.ts';

const rowHeightPx = 60;

/** One applicant beside the board: all that is kept, how long, and what may be done. */
export function ApplicantPanel(props: { readonly openingId: string; readonly id: string }): ReactElement {
  const t = useWords(hiringWords);
  const go = useGo();
  const [erasing, setErasing] = useState<ApplicationView>();
  const [isErased, setErased] = useState(false);
  const asked = useView(readApplication, { params: { id: props.id as never } }, { enabled: !isErased });
  const view = isErased ? undefined : asked.data;
  const close = (): void => go(`/hiring/${props.openingId}`);
  const heading = useFocusFromBoard();
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape closes it; the button beside its name does the same.
    <aside
      onKeyDown={(event) => isLeaving(event) && close()}
      aria-label={view?.name ?? t('applicant')}
      data-pane="panel"
      className="flex w-[420px] flex-none flex-col overflow-y-auto border-s border-line bg-surface max-full:w-full max-full:border-s-0"
    >
      <header className="flex items-center gap-3 px-5 pt-5 pb-3">
        <h2 ref={heading} tabIndex={-1} className="min-w-0 flex-1 truncate text-lg">
          <bdi>{view?.name ?? t('applicant')}</bdi>
        </h2>
        <Button look="ghost" size="sm" square aria-label={t('close')} onClick={close}>
          <X />
        </Button>
      </header>
      {asked.error && !isErased && <ErrorNote title={t('gone')} detail={t('goneSays')} />}
      {asked.isPending && !isErased && <Skeleton rows={4} rowHeightPx={rowHeightPx} label={t('loading')} />}
      {view && <Whole view={view} onErase={() => setErasing(view)} />}
      {erasing && (
        <EraseApplicant
          view={erasing}
          onClose={() => setErasing(undefined)}
          onErased={() => setErased(true)}
          onGone={close}
        />
      )}
    </aside>
  );
}

/** Who opened it from the board by a key goes on in it, without a way through all cards. */
function useFocusFromBoard() {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (document.activeElement?.closest('[data-applicant]')) heading.current?.focus();
  }, []);
  return heading;
}

/** Escape leaves the panel, but no field: what was typed there is not lost by it. */
function isLeaving(event: KeyboardEvent): boolean {
  const target = event.target as HTMLElement;
  return event.key === 'Escape' && !event.defaultPrevented && !/^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

function Whole(props: { readonly view: ApplicationView; readonly onErase: () => void }): ReactElement {
  const t = useWords(hiringWords);
  const { view } = props;
  const move = useMove(view.openingId);
  const facts = [
    { key: t('address'), value: <a href={`mailto:${view.address}`}>{view.address}</a> },
    ...(view.phone ? [{ key: t('phone'), value: view.phone }] : []),
    { key: t('lang'), value: languageNameOf(view.lang) },
    { key: t('consented'), value: dateOf(view.consentedAt) },
  ];
  return (
    <div className="flex flex-col gap-5 px-5 pb-6">
      {view.stage === 'withdrawn' ? (
        <p className="font-semibold">{t('stage-withdrawn')}</p>
      ) : (
        <SelectField<Settable>
          label={t('stage')}
          value={view.stage}
          options={settable.map((id) => ({ id, label: t(`stage-${id}`) }))}
          onChoose={(stage) => move(view, stage)}
        />
      )}
      {view.sameAddress.length > 0 && (
        <p className="rounded-md bg-warn-soft px-3 py-2 text-warn-text">
          {t('sameAddress', { names: view.sameAddress.map(({ name }) => name).join(', ') })}
        </p>
      )}
      <KeyValues rows={facts} />
      <Part title={t('why')}>
        <p dir="auto" className="whitespace-pre-wrap">
          {view.why || <span className="text-text-3">{t('noWhy')}</span>}
        </p>
      </Part>
      <Part title={t('cv')}>
        <CvPart view={view} />
      </Part>
      <Part title={t('practice')}>
        <Practice view={view} />
      </Part>
      <ApplicantLetters view={view} />
      <ApplicantNotes view={view} />
      <div className="flex flex-col gap-2 border-t border-line pt-4">
        <p className="font-semibold">{t('keptUntil', { date: dateOf(view.keepUntil) })}</p>
        <p className="text-xs text-text-3">{t('keptRule')}</p>
        <div className="flex flex-wrap gap-2">
          <Button onClick={() => saveJson(`application-${view.id}.json`, view)}>{t('export')}</Button>
          <Button look="ghost" className="text-danger-text!" onClick={props.onErase}>
            {t('erase')}
          </Button>
        </div>
      </div>
    </div>
  );
}

function Practice(props: { readonly view: ApplicationView }): ReactElement {
  const t = useWords(hiringWords);
  const { practice } = props.view;
  if (practice.length === 0) return <p className="text-text-3">{t('noPractice')}</p>;
  return (
    <ul className="flex flex-col gap-1">
      {practice.map((one) => (
        <li key={one.link}>
          <a
            href={one.link}
            target="_blank"
            rel="noreferrer"
            className="inline-flex min-h-6 items-center font-semibold text-brand-text"
          >
            <bdi>{one.scenarioTitle}</bdi>
          </a>{' '}
          <span className="text-text-2">
            {t('points', { points: one.points, all: one.allPoints })}
            {one.passed && `, ${t('passed')}`}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** A titled part of the panel. */
export function Part(props: { readonly title: string; readonly children: React.ReactNode }): ReactElement {
  return (
    <section>
      <h3 className="mb-1 text-xs font-semibold text-text-3">{props.title}</h3>
      {props.children}
    </section>
  );
}
