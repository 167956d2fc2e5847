import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { type BrandPieceProps, ErrorNote, newId, SelectField, Skeleton, useAct, useView, useWords } from '#platform/ui';
import { addCalendar, CalendarId, listCalendars, setBrandHours } from '../contract.ts';
import { hoursWords } from './part-words.ts';
import { WeekForm } from './week-form.tsx';

/** What is chosen for hours that are made with the choice. */
const own = 'own';

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
