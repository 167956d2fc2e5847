import { workspaceOpened } from '#domains/identity/contract';
import { answer, type Domain, within } from '#platform/domain';
import { brandsByCalendar, setBrandHours } from './brand-hours.ts';
import { brandHoursPart, calendarsPart, configNames } from './config-part.ts';
import {
  addCalendar as addCalendarRoute,
  changeCalendar,
  listCalendars,
  setBrandHours as setBrandHoursRoute,
} from './contract.ts';
import { demo } from './demo.ts';
import { add, change, makeStandard } from './keep-calendar.ts';
import { allCalendars } from './queries.ts';
import { viewOf } from './views.ts';
import { es } from './said.es.ts';

export { hoursOfAll, type HoursOfAll, hoursOfBrand, setBrandHours } from './brand-hours.ts';
export { hoursInWords, type HoursInWords } from './hours-in-words.ts';
export { calendarNamed } from './config-part.ts';
export { add as addCalendar } from './keep-calendar.ts';
export { allCalendars, calendarById, type StoredCalendar } from './queries.ts';

/** When we work. */
export const calendars: Domain = {
  name: 'calendars',
  needs: ['identity', 'brands'],
  said: { es },
  permissions: [{ name: 'calendars.configure', says: 'Change business hours and holidays', group: 'set-up' }],
  reactions: [within(workspaceOpened, makeStandard)],
  routes: [
    answer(listCalendars, async (ctx) => {
      const [all, brands] = [await allCalendars(ctx), await brandsByCalendar(ctx)];
      return { rows: all.map((one) => viewOf(ctx, one, brands)) };
    }),
    answer(addCalendarRoute, (ctx, { body }) => add(ctx, body)),
    answer(setBrandHoursRoute, (ctx, { params, body }) => setBrandHours(ctx, params.id, body.calendarId)),
    answer(changeCalendar, (ctx, { params, body }) => change(ctx, params.id, body)),
  ],
  configParts: [calendarsPart, brandHoursPart],
  configNames,
  demo,
};
