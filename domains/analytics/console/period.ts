/** The periods that are offered, in days; the first is shown where none is chosen. */
export const periods = [28, 7, 90] as const;
export type Days = (typeof periods)[number];

/** Whole days of the reader's own zone, today included: their first moment, and the end of today. */
export function periodOf(days: Days, now: Date): { from: string; to: string } {
  // by calendar days and not by hours, so that a day of 23 or 25 hours stays one day
  const midnight = (offset: number): string =>
    new Date(now.getFullYear(), now.getMonth(), now.getDate() + offset).toISOString();
  return { from: midnight(1 - days), to: midnight(1) };
}

/** The period an address asks for. */
export function daysOf(search: string): Days {
  const asked = Number(new URLSearchParams(search).get('days'));
  return periods.find((days) => days === asked) ?? periods[0];
}
