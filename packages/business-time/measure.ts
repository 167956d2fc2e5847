import { MAX_CLOSED_DAYS, MAX_SEARCH_DAYS, readyCalendar, spansOf, type Calendar } from './calendar.ts';
import { instantOf, localDayOf } from './zone.ts';

/**
 * The instant at which so many open seconds have passed since `from`; landing on a closing time means that closing
 * time. Null when the calendar does not open often enough (400 closed days in a row, or 100 years in all).
 */
export function addBusinessSeconds(calendar: Calendar, from: Date, seconds: number): Date | null {
  if (!(seconds >= 0 && Number.isFinite(seconds)))
    throw new RangeError(`cannot add ${seconds} seconds of business time`);
  if (seconds === 0) return new Date(from);
  let leftMs = seconds * 1_000;
  for (const [start, end] of openSpans(calendar, from.getTime())) {
    if (end - start >= leftMs) return new Date(start + leftMs);
    leftMs -= end - start;
  }
  return null;
}

/** Open seconds from one instant to another; negative when `to` is the earlier one. */
export function businessSecondsBetween(calendar: Calendar, from: Date, to: Date): number {
  const [first, last] = [from.getTime(), to.getTime()];
  if (last < first) return -businessSecondsBetween(calendar, to, from);
  let openMs = 0;
  for (const [start, end] of openSpans(calendar, first)) {
    if (start >= last) break;
    openMs += Math.min(end, last) - start;
  }
  return openMs / 1_000;
}

/** Whether the team works at this instant; a closing time is closed. */
export function isOpen(calendar: Calendar, at: Date): boolean {
  const opening = nextOpening(calendar, at);
  return opening !== null && opening.getTime() === at.getTime();
}

/** This instant when open, else the next opening; null when nothing opens within 400 days. */
export function nextOpening(calendar: Calendar, at: Date): Date | null {
  for (const [start] of openSpans(calendar, at.getTime())) return new Date(start);
  return null;
}

/** The instant at which the current opening ends, null when closed. Back-to-back spans count as one. */
export function nextClosing(calendar: Calendar, at: Date): Date | null {
  let closing: number | null = null;
  for (const [start, end] of openSpans(calendar, at.getTime())) {
    if (start !== (closing ?? at.getTime())) break;
    closing = end;
    if (closing - at.getTime() > MAX_CLOSED_DAYS * 86_400_000) break;
  }
  return closing === null ? null : new Date(closing);
}

/** Open spans from an instant on, cut at it, never overlapping; ends after the bounds of the search. */
function* openSpans(calendar: Calendar, fromMs: number): Generator<readonly [number, number]> {
  if (Number.isNaN(fromMs)) throw new RangeError('the instant is no date');
  const known = readyCalendar(calendar);
  // A shift that began the evening before may still run.
  const firstDay = localDayOf(calendar.zone, fromMs) - 1;
  let cursor = fromMs;
  let lastOpenDay = firstDay;
  for (let day = firstDay; day - lastOpenDay <= MAX_CLOSED_DAYS && day - firstDay <= MAX_SEARCH_DAYS; day += 1) {
    const spans = spansOf(known, day, instantOf);
    for (let i = 0; i + 1 < spans.length; i += 2) {
      const start = Math.max(spans[i] ?? 0, cursor);
      const end = spans[i + 1] ?? 0;
      if (end <= start) continue;
      yield [start, end];
      cursor = end;
      lastOpenDay = day;
    }
  }
}
