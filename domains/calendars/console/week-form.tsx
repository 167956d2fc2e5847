import { type FormEvent, type ReactElement, useState } from 'react';
import { Button, ErrorNote, Field, language, useAct, useWords } from '#platform/ui';
import { type CalendarView, changeCalendar } from '../contract.ts';
import { hoursWords } from './part-words.ts';
import { readSpans, writeSpans } from './spans.ts';

/** Monday first, as a working week reads; the name of a day is that of a date. */
const week = ['1', '2', '3', '4', '5', '6', '0'] as const;
const aSunday = 1;

/** The hours of a week, a field a day, and the zone they are in. */
export function WeekForm(props: {
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
