const minuteMs = 60_000;
const morningHour = 9;
const weekDays = 7;
const days = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const unitMs = {
  minute: minuteMs,
  hour: 60 * minuteMs,
  day: 24 * 60 * minuteMs,
  week: 7 * 24 * 60 * minuteMs,
} as const;

const clock = String.raw`(?:\s+(?:at\s+)?(\d{1,2})(?:[:.](\d{2}))?)?`;
const span = /^in\s+(\d{1,3})\s*(minute|hour|day|week)s?$/u;
const today = /^(\d{1,2})(?:[:.](\d{2}))?$/u;
const tomorrow = new RegExp(`^tom(?:orrow)?${clock}$`, 'u');
const weekday = new RegExp(String.raw`^(?:next\s+)?([a-z]{3,9})${clock}$`, 'u');
const dayMonth = new RegExp(String.raw`^(\d{1,2})[./](\d{1,2})[./]?${clock}$`, 'u');
const isoDate = new RegExp(String.raw`^(\d{4})-(\d{2})-(\d{2})${clock}$`, 'u');

/** A time to come as people type it: "14:30", "tomorrow 10", "friday", "in 3 days", "24.12.", "2026-12-24 9". */
export function typedTime(text: string, now: Date): Date | undefined {
  const typed = text.trim().toLowerCase();
  const at = bySpan(typed, now) ?? byClock(typed, now) ?? byDay(typed, now) ?? byDate(typed, now);
  return at && at > now ? at : undefined;
}

function bySpan(typed: string, now: Date): Date | undefined {
  const found = span.exec(typed);
  return found ? new Date(now.getTime() + Number(found[1]) * unitMs[found[2] as keyof typeof unitMs]) : undefined;
}

function byClock(typed: string, now: Date): Date | undefined {
  const found = today.exec(typed);
  if (!found) return undefined;
  const at = onDay(now, 0, found[1], found[2]);
  // a time that has passed today is meant for tomorrow
  return at && at <= now ? onDay(now, 1, found[1], found[2]) : at;
}

function byDay(typed: string, now: Date): Date | undefined {
  const next = tomorrow.exec(typed);
  if (next) return onDay(now, 1, next[1], next[2]);
  const found = weekday.exec(typed);
  const day = found ? days.findIndex((name) => name.startsWith(found[1] ?? '')) : -1;
  if (!found || day === -1) return undefined;
  return onDay(now, (weekDays + day - now.getDay()) % weekDays || weekDays, found[2], found[3]);
}

function byDate(typed: string, now: Date): Date | undefined {
  const iso = isoDate.exec(typed);
  if (iso) return dated(Number(iso[1]), Number(iso[2]), Number(iso[3]), iso[4], iso[5]);
  const found = dayMonth.exec(typed);
  if (!found) return undefined;
  const of = (year: number) => dated(year, Number(found[2]), Number(found[1]), found[3], found[4]);
  const at = of(now.getFullYear());
  return at && at <= now ? of(now.getFullYear() + 1) : at;
}

function onDay(now: Date, ahead: number, hour: string | undefined, minute: string | undefined): Date | undefined {
  return dated(now.getFullYear(), now.getMonth() + 1, now.getDate() + ahead, hour, minute);
}

function dated(year: number, month: number, day: number, hour = String(morningHour), minute = '0'): Date | undefined {
  if (Number(hour) > 23 || Number(minute) > 59 || month > 12) return undefined;
  return new Date(year, month - 1, day, Number(hour), Number(minute));
}
