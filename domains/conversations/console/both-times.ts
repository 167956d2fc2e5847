import { language, timeOf } from '#platform/ui';

/** First and last hour at which writing to somebody is nobody's surprise (R31). */
const dayBegins = 8;
const dayEnds = 20;
const firstHour = 9;
const quarterMs = 15 * 60_000;
/** Quarters of an hour in two days: a morning anywhere comes within them. */
const quartersAhead = 192;

/** "Tue 17 Nov 09:00", in a zone or in the reader's own. */
export function momentOf(at: Date, zone?: string): string {
  const part = (wish: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(language(), { ...wish, ...(zone === undefined ? {} : { timeZone: zone }) }).format(at);
  const day = `${part({ weekday: 'short' })} ${part({ day: 'numeric' })} ${part({ month: 'short' })}`;
  return `${day} ${timeOf(at, zone)}`;
}

/** "03:10", in a zone. */
export function clockIn(at: Date, zone: string): string {
  const { hour, minute } = partsIn(at, zone);
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** Whether a message would come in their night. */
export function isNightIn(at: Date, zone: string): boolean {
  const { hour } = partsIn(at, zone);
  return hour < dayBegins || hour >= dayEnds;
}

/** The next time it is this hour there: summer time and half-hour zones are the calendar's, not ours. */
export function nextHourIn(now: Date, zone: string, hour = dayBegins): Date | undefined {
  const from = Math.ceil((now.getTime() + 1) / quarterMs);
  for (let step = 0; step < quartersAhead; step += 1) {
    const at = new Date((from + step) * quarterMs);
    const there = partsIn(at, zone);
    if (there.hour === hour && there.minute === 0) return at;
  }
  return undefined;
}

/** What is offered first: the next nine o'clock of theirs, or of ours where theirs is not known. */
export function tomorrowAt(now: Date, zone: string | undefined): Date {
  const ours = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1, firstHour);
  return zone === undefined ? ours : (nextHourIn(now, zone, firstHour) ?? ours);
}

/** Whether both clocks show the same, so that one of them says all. */
export function isSameClock(at: Date, zone: string): boolean {
  const there = partsIn(at, zone);
  return there.hour === at.getHours() && there.minute === at.getMinutes();
}

/** A moment as a field of date and time takes it, in the reader's zone. */
export function fieldOf(at: Date): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** Whether this browser knows a zone by that name. */
export function isZone(zone: string): boolean {
  try {
    return partsIn(new Date(0), zone).hour >= 0;
  } catch {
    return false;
  }
}

/** By zone: a clock costs a hundred times more to make than to read, and one is read at every key of a reply. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en', {
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
    timeZone: zone,
  });
  clocks.set(zone, made);
  return made;
}

function partsIn(at: Date, zone: string): { readonly hour: number; readonly minute: number } {
  const parts = clockOf(zone).formatToParts(at);
  const of = (type: string): number => Number(parts.find((part) => part.type === type)?.value ?? 0);
  return { hour: of('hour'), minute: of('minute') };
}
