import { language, sayer } from './i18n.ts';
import { uiWords } from './words.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

const say = sayer(uiWords);

/** How long ago, in the shortest words: "now", "14 m", "3 h", then the weekday, then the date (R31). */
export function ageOf(at: string | Date, nowMs: number): string {
  const then = new Date(at);
  const past = nowMs - then.getTime();
  if (past < minuteMs) return say('now');
  if (past < hourMs) return say('minutes', { n: Math.floor(past / minuteMs) });
  if (isSameDay(then, new Date(nowMs)) || past < 6 * hourMs) return say('hours', { n: Math.floor(past / hourMs) });
  if (past < 6 * dayMs) return format(then, { weekday: 'short' });
  if (past < 300 * dayMs) return dateOf(then);
  return format(then, { month: 'short', year: 'numeric' });
}

/** A length of time, rounded down: "18 m", "2 h", "2 d". */
export function spanOf(ms: number): string {
  const length = Math.abs(ms);
  if (length < hourMs) return say('minutes', { n: Math.max(1, Math.floor(length / minuteMs)) });
  if (length < dayMs) return say('hours', { n: Math.floor(length / hourMs) });
  return say('days', { n: Math.floor(length / dayMs) });
}

/** A length with two units: "2 h 14 m". */
export function longSpanOf(ms: number): string {
  const minutes = Math.floor(ms / minuteMs);
  if (minutes < 60) return say('minutes', { n: minutes });
  return say('hoursMinutes', { h: Math.floor(minutes / 60), m: minutes % 60 });
}

/** How long a call was, in words: "3 min 42 s", "4 s". */
export function callLengthOf(seconds: number): string {
  if (seconds < 60) return say('seconds', { n: seconds });
  return say('minutesSeconds', { m: Math.floor(seconds / 60), s: seconds % 60 });
}

/** Minutes and seconds as on a telephone: "3:42". */
export function clockOf(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** "Today 10:26", "Mon 21:14", "3 Nov 9:12". */
export function whenOf(at: string | Date, nowMs: number): string {
  const then = new Date(at);
  const now = new Date(nowMs);
  const time = timeOf(then);
  if (isSameDay(then, now)) return `${say('today')} ${time}`;
  if (now.getTime() - then.getTime() < 6 * dayMs) return `${format(then, { weekday: 'short' })} ${time}`;
  return `${dateOf(then)} ${time}`;
}

/** "10:38". */
export function timeOf(at: string | Date, zone?: string): string {
  return format(new Date(at), {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...(zone === undefined ? {} : { timeZone: zone }),
  });
}

/** "Mon 16 Nov", "9 Nov". */
export function dateOf(at: string | Date, weekday = false): string {
  const then = new Date(at);
  const date = `${format(then, { day: 'numeric' })} ${format(then, { month: 'short' })}`;
  return weekday ? `${format(then, { weekday: 'short' })} ${date}` : date;
}

/** Somebody whose clock may show another hour than the reader's. */
export interface Elsewhere {
  readonly name: string;
  /** As IANA names it. */
  readonly zone: string;
}

/** The full moment for tooltips: in the reader's zone, on the clock of somebody elsewhere, and in UTC (R31). */
export function fullMomentOf(at: string | Date, elsewhere?: Elsewhere): string {
  const then = new Date(at);
  const local = format(then, { dateStyle: 'full', timeStyle: 'short', hourCycle: 'h23' });
  const theirs = elsewhere && clockOfElsewhere(then, elsewhere);
  const utc = `${then.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  return [local, ...(theirs ? [theirs] : []), utc].join(' · ');
}

/** "Tue 08:42 for Maya"; nothing where their clock says what the reader's says, or where this browser knows no such zone. */
function clockOfElsewhere(at: Date, { name, zone }: Elsewhere): string | undefined {
  try {
    const theirs = `${format(at, { weekday: 'short', timeZone: zone })} ${timeOf(at, zone)}`;
    const ours = `${format(at, { weekday: 'short' })} ${timeOf(at)}`;
    return theirs === ours ? undefined : say('timeFor', { when: theirs, name });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Whether two moments fall on one day of the reader's own calendar. */
export function isSameDay(one: Date, other: Date): boolean {
  return one.toDateString() === other.toDateString();
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Formatters cost far more to make than to use, so each is made once. */
function format(at: Date, options: Intl.DateTimeFormatOptions): string {
  const locale = language();
  const key = locale + JSON.stringify(options);
  let made = formats.get(key);
  if (made === undefined) {
    made = new Intl.DateTimeFormat(locale, options);
    formats.set(key, made);
  }
  return made.format(at);
}
