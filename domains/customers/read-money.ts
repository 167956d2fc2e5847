/** Longer is no amount. */
const longestText = 60;
/** A sign, figures with their marks, and around them at most a currency: `€ 1.234,50`, `-12 EUR`, `Fr. 1'200`. */
const amount = /^(?:\p{L}\.?|\p{Sc}|\s)*([-−]?)\s*(\d[\d.,'’\s]*)(?:\p{L}\.?|\p{Sc}|\s)*$/u;

/**
 * An amount as a person wrote it, in the smallest unit of its currency; NaN where it is none, or names another currency.
 * The last mark divides where no more figures follow it than the currency has; three figures after it are a thousand.
 */
export function readMinor(text: string, currency: string, digits: number): number {
  const [, sign = '', figures] = (text.length <= longestText && amount.exec(text)) || [];
  if (figures === undefined || (/[A-Z]{3}/.exec(text)?.[0] ?? currency) !== currency) return Number.NaN;
  const written = figures.replace(/[\s'’]/g, '');
  const at = Math.max(written.lastIndexOf('.'), written.lastIndexOf(','));
  const divides = at !== -1 && written.indexOf(written.charAt(at)) === at && written.length - at - 1 <= digits;
  const whole = divides ? written.slice(0, at) : written;
  if (!/^\d+$|^\d{1,3}(\.\d{3})+$|^\d{1,3}(,\d{3})+$/.test(whole)) return Number.NaN;
  const part = divides ? written.slice(at + 1) : '';
  const minor = Number(whole.replace(/\D/g, '') + part.padEnd(digits, '0'));
  return sign === '' ? minor : -minor;
}
