import * as z from 'zod';
import { Zone } from '#domains/identity/contract';
import { event, id, route } from '#platform/contract';

export const CalendarId = id('Calendar');

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'must be a time such as 09:00');

/** From one time of the local day to another; a close at or before its open is on the next day. */
export const OpeningHours = z.object({ open: clockTime, close: clockTime });
/** Some spans of one day: a midday break makes two. */
const hoursOfDay = z.array(OpeningHours).max(12);

/** Hours by weekday; 0 is Sunday, a day that is absent is closed. */
export const Weekly = z.partialRecord(z.enum(['0', '1', '2', '3', '4', '5', '6']), hoursOfDay);
/** Days that differ (holidays, a late evening): local date → its hours; none means closed. */
export const Days = z
  .record(z.iso.date(), hoursOfDay)
  .refine((days) => Object.keys(days).length <= 1_000, 'at most 1,000 days');

export const CalendarView = z.object({
  id: CalendarId,
  name: z.string(),
  zone: z.string(),
  weekly: Weekly,
  days: Days,
  /** The one that counts where nothing else is said. */
  isStandard: z.boolean(),
  /** The brands you serve that are served in these hours, where not the standard ones. */
  brandIds: z.array(z.uuid()),
  isOpen: z.boolean(),
  /** When it opens next; null when it never does. */
  nextOpeningAt: z.iso.datetime().nullable(),
  can: z.array(z.enum(['change'])),
});
export type CalendarView = z.output<typeof CalendarView>;

const hours = z.object({ name: z.string().trim().min(1).max(120), zone: Zone, weekly: Weekly, days: Days.default({}) });

export const listCalendars = route({
  method: 'GET',
  path: '/api/calendars',
  summary: 'When we work: every calendar, and whether it is open now.',
  access: 'signed-in',
  reply: z.object({ rows: z.array(CalendarView) }),
});

export const addCalendar = route({
  method: 'POST',
  path: '/api/calendars',
  summary: 'Add a calendar.',
  access: { permission: 'calendars.configure' },
  body: hours.extend({ id: CalendarId }),
  reply: CalendarView,
});

export const changeCalendar = route({
  method: 'PUT',
  path: '/api/calendars/:id',
  summary: 'Change hours, holidays or zone. Promises already running keep their time.',
  access: { permission: 'calendars.configure' },
  params: z.object({ id: CalendarId }),
  body: hours,
  reply: CalendarView,
});

export const setBrandHours = route({
  method: 'PUT',
  path: '/api/brands/:id/hours',
  summary: 'Say in which hours a brand is served; null is the standard ones. Promises already running keep their time.',
  access: { permission: 'calendars.configure' },
  params: z.object({ id: z.uuid().meta({ object: 'Brand' }) }),
  body: z.object({ calendarId: CalendarId.nullable() }),
  reply: CalendarView,
});

/** Somebody changed when we work (the subject is the calendar). */
export const calendarChanged = event('calendar.changed', 1, z.object({ added: z.boolean() }));
