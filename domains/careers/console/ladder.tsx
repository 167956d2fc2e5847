import type { ReactElement } from 'react';
import { Button, cx, dateOf, useView, useWords } from '#platform/ui';
import { type CareerView, readChoices, type RoleStep } from '../contract.ts';
import { careerWords } from './career-words.ts';
import { sayRange } from './money.ts';

/** The ladder: what leads here, the own role, and the ways on, each with its pay and how much of it is met. */
export function Ladder(props: {
  readonly view: CareerView;
  readonly onLook: ((role: string) => void) | null;
}): ReactElement {
  const t = useWords(careerWords);
  const { view } = props;
  // read, and on a phone shown, with the ways on first; side by side, what leads here stands before
  const columns = [
    { head: t('now'), steps: view.ownRole ? [view.ownRole] : [], place: '' },
    { head: t('after'), steps: view.after, place: '' },
    { head: t('before'), steps: view.before, place: 'order-first max-phone:order-none' },
  ];
  return (
    <section aria-label={t('where')} className="rounded-xl border border-line bg-surface p-4">
      <header className="mb-3 flex items-center gap-3">
        <h2 className="flex-1 text-sm font-semibold">{t('where')}</h2>
        <a
          href="/careers"
          target="_blank"
          rel="noreferrer"
          className="inline-flex min-h-6 items-center font-semibold text-brand-text"
        >
          {t('allRoles')}
        </a>
      </header>
      {view.ownRole === null && <p className="text-text-3">{t('sayRole')}</p>}
      {view.ownRole !== null && (
        <div className="grid grid-cols-3 items-center gap-4 max-phone:grid-cols-1">
          {columns.map(({ head, steps, place }) => (
            <div key={head} className={place}>
              <h3 className="mb-1.5 text-xs font-semibold text-text-3">{head}</h3>
              <ul className="flex flex-col gap-2">
                {steps.map((step) => (
                  <Step key={step.key} step={step} view={view} onLook={props.onLook} />
                ))}
              </ul>
            </div>
          ))}
        </div>
      )}
      {view.ownRole !== null && view.after.length === 0 && <p className="mt-2 text-text-3">{t('noWay')}</p>}
    </section>
  );
}

function Step(props: {
  readonly step: RoleStep;
  readonly view: CareerView;
  readonly onLook: ((role: string) => void) | null;
}): ReactElement {
  const t = useWords(careerWords);
  const { step, view, onLook } = props;
  const isOwn = step.key === view.ownRole?.key;
  const isLooked = step.key === view.looked?.key;
  return (
    <li
      className={cx(
        'rounded-lg border p-2.5',
        isOwn ? 'border-brand bg-brand text-on-brand' : 'border-line bg-surface',
        isLooked && !isOwn && 'border-warn-text bg-selected',
      )}
    >
      <b className="block font-semibold">{step.name}</b>
      <Pay step={step} view={view} />
      {isOwn ? (
        view.ownSince && <span className="text-xs">{t('since', { date: dateOf(view.ownSince) })}</span>
      ) : (
        <span className="mt-1 flex flex-wrap items-center gap-2 text-xs">
          {t('met', { met: step.met, all: step.all })}
          {isLooked && <span className="font-semibold">{t('lookedAt')}</span>}
          {!isLooked && onLook && (
            <Button size="xs" onClick={() => onLook(step.key)} aria-label={t('look', { role: step.name })}>
              {t('lookShort')}
            </Button>
          )}
        </span>
      )}
    </li>
  );
}

/** Pay always with place, source and year; else plainly none. */
function Pay(props: { readonly step: RoleStep; readonly view: CareerView }): ReactElement {
  const t = useWords(careerWords);
  const { step, view } = props;
  const places = useView(readChoices, {}).data?.places;
  const nameOf = (key: string): string => places?.find((one) => one.key === key)?.name ?? '';
  if (view.place === null) return <span className="block text-xs">{t('noPlace')}</span>;
  if (step.pay.length === 0) return <span className="block text-xs">{t('noFigure')}</span>;
  return (
    <>
      {step.pay.map((one) => (
        <span key={one.experience} className="block text-xs">
          <bdi className="tabular-nums">{sayRange(one)}</bdi> {t('a', { period: one.period })},{' '}
          <bdi>
            {nameOf(one.place)}, {one.source}, {one.year}
          </bdi>
        </span>
      ))}
    </>
  );
}
