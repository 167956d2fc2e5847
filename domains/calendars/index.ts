import { workspaceOpened } from '#domains/identity/contract';
import { answer, type Domain, within } from '#platform/domain';
import { calendarsPart, configNames } from './config-part.ts';
import { addCalendar, changeCalendar, listCalendars } from './contract.ts';
import { demo } from './demo.ts';
import { add, change, makeStandard } from './keep-calendar.ts';
import { allCalendars } from './queries.ts';
import { viewOf } from './views.ts';
import { es } from './said.es.ts';

export { hoursInWords, type HoursInWords } from './hours-in-words.ts';
export { allCalendars, calendarById, calendarFor, standardCalendar, type StoredCalendar } from './queries.ts';

/** When we work. */
export const calendars: Domain = {
  name: 'calendars',
  needs: ['identity'],
  said: { es },
  permissions: [{ name: 'calendars.configure', says: 'Change business hours and holidays', group: 'set-up' }],
  reactions: [within(workspaceOpened, makeStandard)],
  routes: [
    answer(listCalendars, async (ctx) => ({ rows: (await allCalendars(ctx)).map((one) => viewOf(ctx, one)) })),
    answer(addCalendar, (ctx, { body }) => add(ctx, body)),
    answer(changeCalendar, (ctx, { params, body }) => change(ctx, params.id, body)),
  ],
  configParts: [calendarsPart],
  configNames,
  demo,
};
