import * as z from 'zod';
import { brandNamed, brandsServed, nameIfNotFirst } from '#domains/brands';
import { Zone } from '#domains/identity/contract';
import type { ReadCtx } from '#platform/ctx';
import { newId } from '#platform/database';
import { type ConfigNames, configPart } from '#platform/domain';
import { problem } from '#platform/problem';
import { hoursOfAll, setBrandHours } from './brand-hours.ts';
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
  async read(ctx) {
    return (await allCalendars(ctx)).map(({ name, isStandard, hours }) => ({
      name,
      zone: hours.zone,
      weekly: hours.weekly as z.output<typeof Weekly>,
      days: hours.overrides as z.output<typeof Days>,
      ...(isStandard ? { isStandard } : {}),
    }));
  },
  async write(ctx, { isStandard: _, ...item }, before) {
    const there = (await allCalendars(ctx)).find(({ name }) => name === (before ?? item).name);
    if (there) await change(ctx, there.id, item);
    else await add(ctx, { ...item, id: newId() as CalendarView['id'] });
  },
});

/** A part of its own, in which every brand is named: so a file written before a brand had its own hours takes them away. */
export const brandHoursPart = configPart({
  name: 'brandHours',
  says: 'In which hours each brand is served: a calendar by its name, or null for the standard ones.',
  permission: 'calendars.configure',
  tables: ['brand_hours'],
  item: z.strictObject({ brand: z.string().optional(), hours: z.string().nullable() }),
  keyOf: ({ brand }) => brand ?? '',
  async read(ctx) {
    const [brands, hours] = [await brandsServed(ctx), await hoursOfAll(ctx)];
    return brands.map(({ id }) => {
      const { name, isStandard } = hours.of(id);
      return { ...nameIfNotFirst(brands, id), hours: isStandard ? null : name };
    });
  },
  async write(ctx, { brand, hours }) {
    const { id } = await brandNamed(ctx, brand);
    await setBrandHours(ctx, id, await calendarNamed(ctx, hours));
  },
});

const noSuchCalendar = problem(
  'calendars/none-of-this-name',
  422,
  'There is no calendar of this name',
  'Name it under "calendars" first, or mend the spelling.',
);

/** The id of a calendar by its name in a file; none for null. */
export async function calendarNamed(ctx: ReadCtx, called: string | null): Promise<string | null> {
  if (called === null) return null;
  const calendar = (await allCalendars(ctx)).find(({ name }) => name === called);
  if (!calendar) throw noSuchCalendar({ detail: called });
  return calendar.id;
}

/** Calendars, where settings name them. */
export const configNames: readonly ConfigNames[] = [{ of: 'calendars', read: allCalendars }];
