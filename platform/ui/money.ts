import { language } from './i18n.ts';

/** A sum in its currency, without cents where there are none: "€2,340", "€12.50". */
export function moneyOf(amountMinor: number, currency: string): string {
  const format = new Intl.NumberFormat(language(), {
    style: 'currency',
    currency,
    trailingZeroDisplay: 'stripIfInteger',
  });
  return format.format(amountMinor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}
