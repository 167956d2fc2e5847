import * as z from 'zod';
import { brandNamed, brandsServed } from '#domains/brands';
import { Zone } from '#domains/identity/contract';
import { newId } from '#platform/database';
import { type ConfigNames, configPart } from '#platform/domain';
import { brandsByCalendar, setBrandHours } from './brand-hours.ts';
import { type CalendarView, Days, Weekly } from './contract.ts';
import { add, change } from './keep-calendar.ts';
import { allCalendars } from './queries.ts';

export const calendarsPart = configPart({
  name: 'calendars',
  says: 'When we work: hours by weekday (0 is Sunday), and days that differ; the standard ones are themselves under any name.',
  permission: 'calendars.configure',
  tables: ['calendars', 'brand_hours'],
  item: z.strictObject({
    name: z.string().trim().min(1).max(120),
    zone: Zone,
    weekly: Weekly,
    days: Days.default({}),
    isStandard: z.boolean().optional(),
    /** The brands that are served in these hours and not in the standard ones. */
    brands: z.array(z.string()).max(500).optional(),
  }),
  keyOf: ({ name }) => name,
  standardOf: () => '',
  async read(ctx) {
    const [calendars, of, served] = [await allCalendars(ctx), await brandsByCalendar(ctx), await brandsServed(ctx)];
    const named = (id: string): readonly string[] =>
      served.filter((brand) => of.get(id)?.includes(brand.id)).map(({ name }) => name);
    return calendars.map(({ id, name, isStandard, hours }) => ({
      name,
      zone: hours.zone,
      weekly: hours.weekly as z.output<typeof Weekly>,
      days: hours.overrides as z.output<typeof Days>,
      ...(isStandard ? { isStandard } : {}),
      ...(named(id).length > 0 ? { brands: [...named(id)] } : {}),
    }));
  },
  async write(ctx, { isStandard: _, brands, ...item }, before) {
    const there = (await allCalendars(ctx)).find(({ name }) => name === (before ?? item).name);
    const kept = there
      ? await change(ctx, there.id, item)
      : await add(ctx, { ...item, id: newId() as CalendarView['id'] });
    for (const name of brands ?? []) await setBrandHours(ctx, (await brandNamed(ctx, name)).id, kept.id);
  },
});

/** Calendars, where settings name them. */
export const configNames: readonly ConfigNames[] = [{ of: 'calendars', read: allCalendars }];
