import { isOpen, nextOpening } from '#science/business-time';
import type { ReadCtx } from '#platform/ctx';
import type { CalendarView } from './contract.ts';
import { can } from './policy.ts';
import type { StoredCalendar } from './queries.ts';

/** A calendar as anybody sees it, with whether it is open at this moment. */
export function viewOf(ctx: ReadCtx, calendar: StoredCalendar): CalendarView {
  const { id, name, isStandard, hours } = calendar;
  return {
    id: id as CalendarView['id'],
    name,
    zone: hours.zone,
    weekly: hours.weekly as CalendarView['weekly'],
    days: (hours.overrides ?? {}) as CalendarView['days'],
    isStandard,
    isOpen: isOpen(hours, ctx.now),
    nextOpeningAt: nextOpening(hours, ctx.now)?.toISOString() ?? null,
    can: can.change(ctx.actor) ? ['change'] : [],
  };
}
