/** `open` to `close` in wall time `HH:MM`; `24:00` is the day's end; a close at or before its open is on the next day. */
export type OpeningHours = { open: string; close: string };

/** Sunday is 0, as in JavaScript's own `getDay`. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** When a team works. Plain data: it can be stored as JSON and sent to a browser. */
export type Calendar = {
  /** IANA name: `Europe/Berlin`. */
  zone: string;
  weekly: Partial<Record<Weekday, readonly OpeningHours[]>>;
  /** Local dates `YYYY-MM-DD` without work. A shift that began the evening before still ends in its morning. */
  holidays?: readonly string[];
  /** Local dates with hours of their own (none: closed); they win over weekday and holiday. */
  overrides?: Readonly<Record<string, readonly OpeningHours[]>>;
};

/** So many closed days in a row mean: it never opens. */
export const MAX_CLOSED_DAYS = 400;
/** No answer is looked for beyond this many days. */
export const MAX_SEARCH_DAYS = 36_600;

const DAY_MS = 86_400_000;
const MAX_CACHED_DAYS = 4_000;

/** Minutes of the local day; `to` beyond 1,440 runs into the next day. */
type Minutes = readonly { from: number; to: number }[];
type Rules = { weekly: readonly Minutes[]; holidays: ReadonlySet<number>; overrides: ReadonlyMap<number, Minutes> };

/** A calendar made ready: rules parsed once, each day's spans in absolute time kept. */
export type ReadyCalendar = { zone: string; rules: Rules; days: Map<number, readonly number[]> };

const ready = new WeakMap<Calendar, ReadyCalendar>();

/** Parsed once per calendar object; change a calendar by making a new one. Throws RangeError on hours that are none. */
export function readyCalendar(calendar: Calendar): ReadyCalendar {
  const known = ready.get(calendar);
  if (known) return known;
  const weekly = ([0, 1, 2, 3, 4, 5, 6] as const).map((day) => parseHours(calendar.weekly[day] ?? []));
  const holidays = new Set((calendar.holidays ?? []).map(dayNumberOf));
  const overrides = new Map(
    Object.entries(calendar.overrides ?? {}).map(([date, hours]) => [dayNumberOf(date), parseHours(hours)] as const),
  );
  const made = {
    zone: calendar.zone,
    rules: { weekly, holidays, overrides },
    days: new Map<number, readonly number[]>(),
  };
  ready.set(calendar, made);
  return made;
}

function parseHours(hours: readonly OpeningHours[]): Minutes {
  return hours
    .map(({ open, close }) => {
      const from = parseTime(open);
      const until = parseTime(close);
      return { from, to: until <= from ? until + 1_440 : until };
    })
    .toSorted((a, b) => a.from - b.from);
}

function parseTime(time: string): number {
  const match = /^(\d{1,2}):([0-5]\d)$/.exec(time);
  const minutes = match ? Number(match[1]) * 60 + Number(match[2]) : Number.NaN;
  if (!(minutes >= 0 && minutes <= 1_440))
    throw new RangeError(`"${time}" is no time of day; write it like 09:30 or 24:00`);
  return minutes;
}

function dayNumberOf(date: string): number {
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(ms)) throw new RangeError(`"${date}" is no date; write it like 2026-12-24`);
  return ms / DAY_MS;
}

/** The minutes a local day (days since 1970-01-01) is open, by override, holiday or weekday. */
export function minutesOf(rules: Rules, day: number): Minutes {
  const own = rules.overrides.get(day);
  if (own) return own;
  if (rules.holidays.has(day)) return [];
  return rules.weekly[(((day + 4) % 7) + 7) % 7] ?? [];
}

/** One local day's opening spans as absolute milliseconds `[start, end, start, end, …]`, kept for the next question. */
export function spansOf(
  calendar: ReadyCalendar,
  day: number,
  instantOf: (zone: string, localMs: number) => number,
): readonly number[] {
  const known = calendar.days.get(day);
  if (known) return known;
  const spans = minutesOf(calendar.rules, day).flatMap(({ from, to }) => {
    const start = instantOf(calendar.zone, day * DAY_MS + from * 60_000);
    const end = instantOf(calendar.zone, day * DAY_MS + to * 60_000);
    // A span wholly inside the hour that a spring night skips is none.
    return end > start ? [start, end] : [];
  });
  if (calendar.days.size >= MAX_CACHED_DAYS) calendar.days.clear();
  calendar.days.set(day, spans);
  return spans;
}
