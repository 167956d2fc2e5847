import type { Calendar } from '#science/business-time';
import type { ReadCtx } from '#platform/ctx';
import { keptReading, type Source } from '#platform/kept';
import { notFound } from '#platform/problem';
import { Days, Weekly } from './contract.ts';

/** Most calendars of one workspace: one for each brand, team and country. */
export const calendarLimit = 500;

/** A calendar as it is stored; `hours` is what business time is counted with. */
export interface StoredCalendar {
  readonly id: string;
  readonly name: string;
  readonly isStandard: boolean;
  readonly hours: Calendar;
}

/** All calendars, the standard one first. */
export async function allCalendars(ctx: ReadCtx): Promise<readonly StoredCalendar[]> {
  const rows = await calendarRows(ctx).orderBy('is_standard', 'desc').orderBy('name').limit(calendarLimit).execute();
  return rows.map(asCalendar);
}

/** One calendar; 404 where there is none. */
export const calendarById = keptReading(
  'calendars.by-id',
  ['calendars'],
  async (ctx, id: string): Promise<StoredCalendar> => {
    const row = await calendarRows(ctx).where('id', '=', id).executeTakeFirst();
    if (!row) throw notFound();
    return asCalendar(row);
  },
);

/** The calendar that counts where nothing else is said. */
export async function standardCalendar(ctx: ReadCtx): Promise<StoredCalendar> {
  const row = await calendarRows(ctx).where('is_standard', '=', true).executeTakeFirst();
  if (!row) throw new Error('A workspace without its standard calendar.');
  return asCalendar(row);
}

function calendarRows(ctx: Source) {
  return ctx.db
    .selectFrom('calendars')
    .select(['id', 'name', 'zone', 'weekly', 'days', 'is_standard'])
    .where('workspace_id', '=', ctx.workspaceId);
}

/** A row as business time is counted with it. */
export function asCalendar(row: {
  id: string;
  name: string;
  zone: string;
  weekly: unknown;
  days: unknown;
  is_standard: boolean;
}): StoredCalendar {
  const hours = { zone: row.zone, weekly: Weekly.parse(row.weekly), overrides: Days.parse(row.days) };
  return { id: row.id, name: row.name, isStandard: row.is_standard, hours };
}
