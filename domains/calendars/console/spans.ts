import type { CalendarView } from '../contract.ts';

type Spans = NonNullable<CalendarView['weekly']['0']>;

/** "09:00–12:00, 13:00–17:00": the hours of one day, as one types them. */
export function writeSpans(spans: Spans | undefined): string {
  return (spans ?? []).map(({ open, close }) => `${open}–${close}`).join(', ');
}

/** Reads what was typed for one day; null where it cannot be read. Nothing is closed. */
export function readSpans(text: string): Spans | null {
  const spans: Spans = [];
  for (const part of text.split(/[,;]/).map((one) => one.trim())) {
    if (part === '') continue;
    const [, open, close] = /^(\d{1,2}(?::\d\d)?)\s*[-–—]\s*(\d{1,2}(?::\d\d)?)$/u.exec(part) ?? [];
    if (open === undefined || close === undefined) return null;
    // a close before its open is on the next day
    const span = { open: clock(open), close: clock(close) };
    if (!isTime(span.open) || !isTime(span.close) || span.open < (spans.at(-1)?.close ?? '')) return null;
    spans.push(span);
  }
  return spans;
}

function clock(text: string): string {
  const [hours = '', minutes = '00'] = text.split(':');
  return `${hours.padStart(2, '0')}:${minutes}`;
}

function isTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(text);
}
