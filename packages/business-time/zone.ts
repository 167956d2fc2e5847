const DAY_MS = 86_400_000;
const MAX_CACHED_DAYS = 20_000;

/** A UTC day's offset from UTC: one, or two with the instant of the change. */
type DayOffset = { before: number; after: number; changesAt: number };
type Zone = { format: Intl.DateTimeFormat; days: Map<number, DayOffset> };

const zones = new Map<string, Zone>();

/** Milliseconds that the zone's clock is ahead of UTC at an instant. Formatting costs microseconds, so days are kept. */
export function offsetAt(zone: string, ms: number): number {
  const { before, after, changesAt } = dayOffset(zoneOf(zone), Math.floor(ms / DAY_MS));
  return ms < changesAt ? before : after;
}

/** The local day (days since 1970-01-01) of an instant. */
export function localDayOf(zone: string, ms: number): number {
  return Math.floor((ms + offsetAt(zone, ms)) / DAY_MS);
}

/**
 * The instant of a wall time (milliseconds as if it were UTC). A time that comes twice in an autumn night means the
 * first; a time that a spring night skips means the moment of the change.
 */
export function instantOf(zone: string, localMs: number): number {
  const early = offsetAt(zone, localMs - DAY_MS);
  const late = offsetAt(zone, localMs + DAY_MS);
  if (early === late) return localMs - early;
  const first = localMs - Math.max(early, late);
  if (offsetAt(zone, first) === Math.max(early, late)) return first;
  const second = localMs - Math.min(early, late);
  if (offsetAt(zone, second) === Math.min(early, late)) return second;
  // Skipped: the change lies between the two readings of the time.
  for (let day = Math.floor(first / DAY_MS); day <= Math.floor(second / DAY_MS); day += 1) {
    const { before, after, changesAt } = dayOffset(zoneOf(zone), day);
    if (before !== after && changesAt >= first && changesAt <= second) return changesAt;
  }
  return second;
}

function zoneOf(name: string): Zone {
  const known = zones.get(name);
  if (known) return known;
  // Throws RangeError for a zone nobody knows: that is the caller's to check when the calendar is saved.
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: name,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const zone = { format, days: new Map<number, DayOffset>() };
  zones.set(name, zone);
  return zone;
}

function dayOffset(zone: Zone, day: number): DayOffset {
  const known = zone.days.get(day);
  if (known) return known;
  const start = day * DAY_MS;
  const before = measure(zone, start);
  const after = measure(zone, start + DAY_MS);
  const found = {
    before,
    after,
    changesAt: before === after ? Number.POSITIVE_INFINITY : findChange(zone, start, before),
  };
  if (zone.days.size >= MAX_CACHED_DAYS) zone.days.clear();
  zone.days.set(day, found);
  return found;
}

/** Halve the day to the second at which the offset changes: 17 looks. */
function findChange(zone: Zone, start: number, before: number): number {
  let low = start;
  let high = start + DAY_MS;
  while (high - low > 1_000) {
    const middle = low + Math.floor((high - low) / 2_000) * 1_000;
    if (measure(zone, middle) === before) low = middle;
    else high = middle;
  }
  return high;
}

function measure(zone: Zone, ms: number): number {
  const part: Record<string, number> = {};
  for (const { type, value } of zone.format.formatToParts(ms)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(ms / 1_000) * 1_000;
}
