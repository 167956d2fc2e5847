import { workspaceOf } from '#domains/identity';
import type { workspaceOpened } from '#domains/identity/contract';
import type { BodyOf } from '#platform/contract';
import type { Ctx, EventOf } from '#platform/ctx';
import { newId } from '#platform/database';
import { mayNot, notFound, problem } from '#platform/problem';
import { languageOf } from '#platform/words';
import { brandsByCalendar } from './brand-hours.ts';
import { type addCalendar, calendarChanged, type CalendarView, type changeCalendar } from './contract.ts';
import { can } from './policy.ts';
import { allCalendars, calendarById, calendarLimit } from './queries.ts';
import { viewOf } from './views.ts';

const nameTaken = problem(
  'calendars/name-taken',
  409,
  'There is already a calendar of this name',
  'Choose another name.',
);
const tooMany = problem(
  'calendars/too-many',
  409,
  `There are ${calendarLimit} calendars already`,
  'Change one of them.',
);

/** Monday to Friday, nine to six: what most begin with. */
const officeHours = Object.fromEntries(
  ['1', '2', '3', '4', '5'].map((day) => [day, [{ open: '09:00', close: '18:00' }]]),
);

/** In the same transaction as the workspace: there is always one calendar that counts. */
export async function makeStandard(ctx: Ctx, _event: EventOf<typeof workspaceOpened>): Promise<void> {
  const { locale, zone } = await workspaceOf(ctx);
  await ctx.db
    .insertInto('calendars')
    .values({
      workspace_id: ctx.workspaceId,
      id: newId(),
      name: ctx.house.say(languageOf(locale), 'Office hours'),
      zone,
      weekly: JSON.stringify(officeHours),
      is_standard: true,
    })
    .execute();
}

/** Adds a calendar; the same id again is the same calendar. */
export async function add(ctx: Ctx, calendar: BodyOf<typeof addCalendar>): Promise<CalendarView> {
  if (!can.change(ctx.actor)) throw mayNot();
  const there = await allCalendars(ctx);
  const known = there.find(({ id }) => id === calendar.id);
  if (known) return viewOf(ctx, known, await brandsByCalendar(ctx));
  if (there.length >= calendarLimit) throw tooMany();
  if (there.some(({ name }) => name === calendar.name)) throw nameTaken();
  await ctx.db
    .insertInto('calendars')
    .values({ workspace_id: ctx.workspaceId, id: calendar.id, ...columnsOf(calendar) })
    .execute();
  ctx.emit(calendarChanged, calendar.id, { added: true });
  auditCalendar(ctx, calendar.id, null, calendar);
  return viewOf(ctx, await calendarById(ctx, calendar.id), new Map());
}

/** Changes hours, holidays or zone. What was promised before keeps its time. */
export async function change(ctx: Ctx, id: string, hours: BodyOf<typeof changeCalendar>): Promise<CalendarView> {
  if (!can.change(ctx.actor)) throw mayNot();
  const there = await allCalendars(ctx);
  const before = there.find((one) => one.id === id);
  if (!before) throw notFound();
  if (there.some((one) => one.id !== id && one.name === hours.name)) throw nameTaken();
  await ctx.db
    .updateTable('calendars')
    .set({ ...columnsOf(hours), changed_at: ctx.now })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .execute();
  ctx.emit(calendarChanged, id, { added: false });
  auditCalendar(ctx, id, { name: before.name, ...before.hours, days: before.hours.overrides ?? {} } as Hours, hours);
  return viewOf(ctx, await calendarById(ctx, id), await brandsByCalendar(ctx));
}

type Hours = BodyOf<typeof changeCalendar>;

function auditCalendar(ctx: Ctx, id: string, before: Hours | null, after: Hours): void {
  const facts = ({ name, zone, weekly, days }: Hours) => ({ name, zone, weekly, days });
  ctx.audit({
    action: before ? 'calendar.changed' : 'calendar.made',
    objectKind: 'calendar',
    objectId: id,
    objectName: after.name,
    before: before && facts(before),
    after: facts(after),
  });
}

function columnsOf(hours: BodyOf<typeof changeCalendar>) {
  return { name: hours.name, zone: hours.zone, weekly: JSON.stringify(hours.weekly), days: JSON.stringify(hours.days) };
}
