import { type Calendar, isOpen, nextClosing, nextOpening, type Weekday } from '#science/business-time';

/** When we work, as customers read it. */
export interface HoursInWords {
  readonly isOpen: boolean;
  /** "Here until 18:00" or "Back on Monday at 09:00". */
  readonly now: string;
  /** Days of the same hours stand together: "Monday to Friday". */
  readonly week: readonly { readonly days: string; readonly hours: string }[];
  readonly zone: string;
}

/** Monday first, as a working week reads. */
const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 0];
/** The words are English; its clock has 24 hours, as those who set the hours typed them. */
const locale = 'en-GB';
const weekMs = 6 * 24 * 3_600_000;

/** Says whether somebody is there now, until or from when, and the hours of the week; times are those of the calendar's zone. */
export function hoursInWords(hours: Calendar, now: Date): HoursInWords {
  const open = isOpen(hours, now);
  return {
    isOpen: open,
    now: open ? untilWords(hours, now) : fromWords(hours, now),
    week: weekOf(hours),
    zone: hours.zone.replaceAll('_', ' '),
  };
}

function untilWords(hours: Calendar, now: Date): string {
  const closes = nextClosing(hours, now);
  return closes && closes.getTime() - now.getTime() < weekMs
    ? `Here now, until ${said(hours, closes, now)}`
    : 'Here now';
}

function fromWords(hours: Calendar, now: Date): string {
  const opens = nextOpening(hours, now);
  return opens ? `Back ${said(hours, opens, now)}` : 'Closed';
}

/** "18:00" today, "on Monday at 09:00" within the week, else with its date. */
function said(hours: Calendar, at: Date, now: Date): string {
  const timeZone = hours.zone;
  const time = at.toLocaleTimeString(locale, { timeZone, hour: '2-digit', minute: '2-digit' });
  const dayOf = (one: Date): string => one.toLocaleDateString(locale, { timeZone });
  if (dayOf(at) === dayOf(now)) return isOpen(hours, now) ? time : `at ${time}`;
  const isNear = at.getTime() - now.getTime() < weekMs;
  const day = at.toLocaleDateString(
    locale,
    isNear ? { timeZone, weekday: 'long' } : { timeZone, weekday: 'long', day: 'numeric', month: 'long' },
  );
  return `on ${day} at ${time}`;
}

function weekOf(hours: Calendar): HoursInWords['week'] {
  const runs: { days: Weekday[]; hours: string }[] = [];
  for (const day of weekdays) {
    const inWords = dayHours(hours, day);
    const last = runs.at(-1);
    if (last?.hours === inWords) last.days.push(day);
    else runs.push({ days: [day], hours: inWords });
  }
  return runs.map((run) => ({ days: daysInWords(run.days.map(dayName)), hours: run.hours }));
}

function daysInWords(names: readonly string[]): string {
  const [first, last] = [names[0] ?? '', names.at(-1) ?? ''];
  if (names.length === 1) return first;
  return names.length === 2 ? `${first} and ${last}` : `${first} to ${last}`;
}

function dayName(day: Weekday): string {
  // 4 January 1970 was a Sunday
  return new Date(Date.UTC(1970, 0, 4 + day)).toLocaleDateString(locale, { timeZone: 'UTC', weekday: 'long' });
}

function dayHours(hours: Calendar, day: Weekday): string {
  const spans = hours.weekly[day] ?? [];
  return spans.length === 0 ? 'Closed' : spans.map(({ open, close }) => `${open}–${close}`).join(', ');
}
