import { language } from '#platform/ui';
import type { OpeningView } from '../contract.ts';

/** How many of its smallest parts make one of a currency: 100 cents, but one yen. An unknown currency has hundredths. */
export function minorOf(currency: string): number {
  try {
    const { maximumFractionDigits } = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
    return 10 ** (maximumFractionDigits ?? 2);
  } catch {
    return 100;
  }
}

/** "JMD 1,200,000 – 1,500,000", without what is owed per when. */
export function payRange(pay: NonNullable<OpeningView['pay']>): string {
  const unit = minorOf(pay.currency);
  return new Intl.NumberFormat(language(), {
    style: 'currency',
    currency: pay.currency,
    minimumFractionDigits: 0,
  }).formatRange(pay.lowMinor / unit, pay.highMinor / unit);
}
