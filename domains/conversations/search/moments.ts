const dayMs = 86_400_000;
const units: Readonly<Record<string, number>> = { h: 3_600_000, d: dayMs, w: 7 * dayMs, m: 30 * dayMs, y: 365 * dayMs };

/** A date as people type it: `2026-11-05`, `2026-11`, `2026`, `today`, `yesterday`, or `7d`, `3w`, `6m` ago; null when it is none. */
export function momentOf(text: string, now: Date): Date | null {
  const typed = text.trim().toLowerCase();
  const today = new Date(`${now.toISOString().slice(0, 10)}T00:00:00Z`);
  if (typed === 'today') return today;
  if (typed === 'yesterday') return new Date(today.getTime() - dayMs);
  const ago = /^(\d{1,4})([hdwmy])$/.exec(typed);
  if (ago) return new Date(now.getTime() - Number(ago[1]) * (units[ago[2] ?? ''] ?? 0));
  const date = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/.exec(typed);
  if (!date) return null;
  const [, year = '', month = '1', day = '1'] = date;
  const at = new Date(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}T00:00:00Z`);
  return Number.isNaN(at.getTime()) ? null : at;
}
