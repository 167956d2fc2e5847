import * as z from 'zod';
import { Zone } from '#domains/identity/contract';
import { newId } from '#platform/database';
import { type ConfigNames, configPart } from '#platform/domain';
import { type CalendarView, Days, Weekly } from './contract.ts';
import { add, change } from './keep-calendar.ts';
import { allCalendars } from './queries.ts';

export const calendarsPart = configPart({
  name: 'calendars',
  says: 'When we work: hours by weekday (0 is Sunday), and days that differ; the standard ones are themselves under any name.',
  permission: 'calendars.configure',
  tables: ['calendars'],
  item: z.strictObject({
    name: z.string().trim().min(1).max(120),
    zone: Zone,
    weekly: Weekly,
    days: Days.default({}),
    isStandard: z.boolean().optional(),
  }),
  keyOf: ({ name }) => name,
  standardOf: () => '',
  read: async (ctx) =>
    (await allCalendars(ctx)).map(({ name, isStandard, hours }) => ({
      name,
      zone: hours.zone,
      weekly: hours.weekly as z.output<typeof Weekly>,
      days: hours.overrides as z.output<typeof Days>,
      ...(isStandard ? { isStandard } : {}),
    })),
  async write(ctx, { isStandard: _, ...item }, before) {
    const there = (await allCalendars(ctx)).find(({ name }) => name === (before ?? item).name);
    if (there) await change(ctx, there.id, item);
    else await add(ctx, { ...item, id: newId() as CalendarView['id'] });
  },
});

/** Calendars, where settings name them. */
export const configNames: readonly ConfigNames[] = [{ of: 'calendars', read: allCalendars }];
