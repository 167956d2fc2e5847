/** A time somebody wrote of, and the words that said it. */
export interface Promised {
  readonly at: Date;
  readonly words: string;
}

const numbers: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  noon: 12,
  half: 0.5,
  an: 1,
  a: 1,
};
const number = `\\d{1,2}|${Object.keys(numbers).join('|')}`;
const byClock = new RegExp(
  `\\b(?:by|before|until|at)\\s+(${number})(?:[:.](\\d{2}))?(?:\\s*(am|pm))?\\b(\\s+tomorrow)?`,
  'iu',
);
const within = new RegExp(`\\b(?:in|within)\\s+(?:the next\\s+)?(${number})\\s+(hour|minute|day)s?\\b`, 'iu');
const tomorrow = /\b(?:by|before|until)?\s*tomorrow\b/iu;
const today = /\b(?:by|before)\s+(?:the end of\s+)?(?:the day|today|tonight)\b/iu;
const ours = /\b(?:i|we)(?:[’']ll|\s+will|\s+shall)\b[^.!?\n]*/giu;

const endOfDayHour = 17;
const morningHour = 9;
const noonHour = 12;
const minuteMs = 60_000;
const unitMs = { minute: minuteMs, hour: 60 * minuteMs, day: 24 * 60 * minuteMs } as const;

/**
 * The time in a sentence in which we promise something: "I will write before eleven", "we'll call you in 2 hours". Only
 * sentences of ours with a time count; nothing is made of it before the writer says so.
 */
export function promisedTime(text: string, now: Date): Promised | undefined {
  for (const [sentence] of text.matchAll(ours)) {
    const at = timeIn(sentence, now);
    if (at && at > now) return { at, words: sentence.trim().slice(0, 300) };
  }
  return undefined;
}

/** A time as people write it, seen from now; also what is typed into a field: "15:00", "tomorrow", "in 2 hours". */
export function timeIn(sentence: string, now: Date): Date | undefined {
  const span = within.exec(sentence);
  if (span) {
    const unit = (span[2] ?? 'hour').toLowerCase() as keyof typeof unitMs;
    return new Date(now.getTime() + valueOf(span[1]) * unitMs[unit]);
  }
  const clock = byClock.exec(sentence) ?? /^\s*(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?\s*(tomorrow)?\s*$/iu.exec(sentence);
  if (clock) return atClock(clock, now);
  if (tomorrow.test(sentence)) return atHour(now, 1, morningHour, 0);
  return today.test(sentence) ? atHour(now, 0, endOfDayHour, 0) : undefined;
}

function atClock(found: RegExpExecArray, now: Date): Date | undefined {
  const [, hours, minutes = '0', half, isTomorrow] = found;
  const said = valueOf(hours);
  const isPm = half?.toLowerCase() === 'pm';
  const hour = isPm && said < noonHour ? said + noonHour : said;
  if (hour > 23 || Number(minutes) > 59) return undefined;
  const at = atHour(now, isTomorrow ? 1 : 0, hour, Number(minutes));
  if (at > now || half) return at;
  // "before three", written at ten in the morning: the afternoon's; passed there too: tomorrow's
  const later = hour < noonHour ? atHour(now, 0, hour + noonHour, Number(minutes)) : at;
  return later > now ? later : atHour(now, 1, hour, Number(minutes));
}

function atHour(now: Date, days: number, hour: number, minute: number): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, hour, minute);
}

function valueOf(text: string | undefined): number {
  return numbers[text?.toLowerCase() ?? ''] ?? Number(text);
}
