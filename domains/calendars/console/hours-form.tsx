import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { type HoursPieceProps, Skeleton, useView, useWords } from '#platform/ui';
import { listCalendars } from '../contract.ts';
import { hoursWords } from './part-words.ts';
import { WeekForm } from './week-form.tsx';

/** The hours of one calendar, on the page of whoever works in them. */
export function HoursForm({ calendarId }: HoursPieceProps): ReactElement | null {
  const t = useWords(hoursWords);
  const client = useQueryClient();
  const rows = useView(listCalendars, {}).data?.rows;
  if (!rows) return <Skeleton rows={3} rowHeightPx={40} label={t('loading')} />;
  const calendar = rows.find(({ id }) => id === calendarId);
  if (!calendar) return null;
  return (
    <WeekForm
      key={calendar.id}
      calendar={calendar}
      mayChange={calendar.can.includes('change')}
      isBusy={false}
      onSaved={() => client.invalidateQueries({ queryKey: [listCalendars.path] })}
    />
  );
}
