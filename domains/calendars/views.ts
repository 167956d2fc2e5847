import { isOpen, nextOpening } from '#science/business-time';
import type { ReadCtx } from '#platform/ctx';
import { servesBrand } from '#platform/policy';
import type { CalendarView } from './contract.ts';
import { can } from './policy.ts';
import type { StoredCalendar } from './queries.ts';

/** A calendar as anybody sees it, with whose hours it is and whether it is open at this moment. */
export function viewOf(
  ctx: ReadCtx,
  calendar: StoredCalendar,
  brands: ReadonlyMap<string, readonly string[]>,
): CalendarView {
  const { id, name, isStandard, hours } = calendar;
  return {
    id: id as CalendarView['id'],
    name,
    zone: hours.zone,
    weekly: hours.weekly as CalendarView['weekly'],
    days: (hours.overrides ?? {}) as CalendarView['days'],
    isStandard,
    brandIds: (brands.get(id) ?? []).filter((brandId) => servesBrand(ctx.actor, brandId)),
    isOpen: isOpen(hours, ctx.now),
    nextOpeningAt: nextOpening(hours, ctx.now)?.toISOString() ?? null,
    can: can.change(ctx.actor) ? ['change'] : [],
  };
}
