import { language } from '#platform/ui';

/** How many of its smallest parts make one of a currency; an unknown one has hundredths. */
export function minorOf(currency: string): number {
  try {
    const { maximumFractionDigits } = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
    return 10 ** (maximumFractionDigits ?? 2);
  } catch {
    return 100;
  }
}

/** "$38,500–48,500". */
export function sayRange(range: {
  readonly lowMinor: number;
  readonly highMinor: number;
  readonly currency: string;
}): string {
  const unit = minorOf(range.currency);
  return new Intl.NumberFormat(language(), {
    style: 'currency',
    currency: range.currency,
    minimumFractionDigits: 0,
  }).formatRange(range.lowMinor / unit, range.highMinor / unit);
}
