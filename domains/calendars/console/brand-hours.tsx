import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactElement, useState } from 'react';
import {
  type BrandPieceProps,
  Button,
  ErrorNote,
  Field,
  language,
  newId,
  SelectField,
  Skeleton,
  useAct,
  useView,
  useWords,
} from '#platform/ui';
import {
  addCalendar,
  CalendarId,
  type CalendarView,
  changeCalendar,
  listCalendars,
  setBrandHours,
} from '../contract.ts';
import { hoursWords } from './part-words.ts';
import { readSpans, writeSpans } from './spans.ts';

/** What is chosen for hours that are made with the choice. */
const own = 'own';
/** Monday first, as a working week reads; the name of a day is that of a date. */
const week = ['1', '2', '3', '4', '5', '6', '0'] as const;
const aSunday = 1;

/** When a brand is served: in whose hours, and what they are. One brand alone keeps the standard ones. */
export function BrandHours({ brandId, name, isAlone }: BrandPieceProps): ReactElement {
  const t = useWords(hoursWords);
  const client = useQueryClient();
  const calendars = useView(listCalendars, {});
  const choose = useAct(setBrandHours);
  const make = useAct(addCalendar);
  if (calendars.error) return <ErrorNote title={t('failed')} detail={calendars.error.problem.title} />;
  const rows = calendars.data?.rows;
  const standard = rows?.find(({ isStandard }) => isStandard);
  if (!rows || !standard) return <Skeleton rows={3} rowHeightPx={40} label={t('loading')} />;
  const chosen = rows.find(({ brandIds }) => brandIds.includes(brandId)) ?? standard;
  const readAgain = (): Promise<void> => client.invalidateQueries({ queryKey: [listCalendars.path] });
  const serveIn = (calendarId: string): void =>
    choose.mutate(
      { params: { id: brandId as never }, body: { calendarId: CalendarId.parse(calendarId) } },
      { onSuccess: readAgain },
    );
  const onChoose = (id: string): void => {
    if (id !== own) return serveIn(id);
    const { zone, weekly, days } = chosen;
    const made = { id: CalendarId.parse(newId()), name: t('ownName', { name }), zone, weekly, days };
    make.mutate({ body: made }, { onSuccess: (calendar) => serveIn(calendar.id) });
  };
  const refused = choose.error ?? make.error;
  // while other hours are chosen, those that are shown are not to be changed
  const isChoosing = make.isPending || choose.isPending;
  const mayChange = chosen.can.includes('change');
  return (
    <section aria-label={t('title')} className="flex flex-col gap-3 border-t border-line pt-3">
      <div>
        <h3 className="text-md">{t('title')}</h3>
        <p className="text-text-2">{t('lead')}</p>
      </div>
      {!isAlone && (
        <div className="max-w-[520px]">
          <SelectField
            label={t('which')}
            value={chosen.id}
            disabled={!mayChange || isChoosing}
            options={[
              ...rows.map((one) => ({ id: one.id as string, label: one.name })),
              ...(chosen.isStandard && mayChange ? [{ id: own, label: t('own') }] : []),
            ]}
            onChoose={onChoose}
          />
        </div>
      )}
      {refused && <ErrorNote title={refused.problem.title} detail={refused.problem.help} />}
      {!isAlone && (chosen.isStandard || chosen.brandIds.length > 1) && <p className="text-text-2">{t('shared')}</p>}
      <WeekForm key={chosen.id} calendar={chosen} mayChange={mayChange} isBusy={isChoosing} onSaved={readAgain} />
    </section>
  );
}

function WeekForm(props: {
  readonly calendar: CalendarView;
  readonly mayChange: boolean;
  readonly isBusy: boolean;
  readonly onSaved: () => Promise<void>;
}): ReactElement {
  const t = useWords(hoursWords);
  const { calendar, mayChange } = props;
  const { name, zone, weekly, days } = calendar;
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const textOf = (day: (typeof week)[number]): string => typed[day] ?? writeSpans(weekly[day]);
  const save = useAct(changeCalendar);
  const read = week.map((day) => [day, readSpans(textOf(day))] as const);
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    const next = Object.fromEntries(read.flatMap(([day, spans]) => (spans && spans.length > 0 ? [[day, spans]] : [])));
    save.mutate(
      { params: { id: calendar.id }, body: { name, zone, weekly: next, days } },
      {
        // what was typed stands until it is read again as it was kept
        onSuccess: async () => {
          await props.onSaved();
          setTyped({});
        },
      },
    );
  };
  return (
    <form onSubmit={onSubmit} className="flex max-w-[520px] flex-col gap-2">
      <div className="grid grid-cols-[repeat(auto-fit,minmax(200px,1fr))] gap-2">
        {read.map(([day, spans]) => (
          <Field
            key={day}
            label={dayName(day)}
            readOnly={!mayChange || props.isBusy}
            placeholder={t('closed')}
            value={textOf(day)}
            {...(spans === null ? { problem: t('wrong') } : {})}
            onChange={(event) => {
              save.reset();
              setTyped({ ...typed, [day]: event.target.value });
            }}
          />
        ))}
      </div>
      <p className="text-xs text-text-3">
        {mayChange && `${t('hint')} `}
        {t('zone', { zone: zone.replaceAll('_', ' ') })}
      </p>
      {save.error && <ErrorNote title={save.error.problem.title} detail={save.error.problem.help} />}
      {mayChange && (
        <div className="flex items-center gap-2">
          <Button type="submit" disabled={save.isPending || props.isBusy || read.some(([, spans]) => spans === null)}>
            {t('save')}
          </Button>
          <span role="status" className="text-text-3">
            {save.isSuccess && t('saved')}
          </span>
        </div>
      )}
    </form>
  );
}

function dayName(day: string): string {
  return new Date(2023, 0, aSunday + Number(day), 12).toLocaleDateString(language(), { weekday: 'long' });
}
