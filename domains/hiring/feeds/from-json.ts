import { OpeningPay } from '../contract.ts';
import { dayOf, endOf, plainLine, type Posting, webAddress } from './posting.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Deepest nesting that is looked through for postings, and most of them. */
const depthLimit = 8;
const periods: Readonly<Record<string, 'year' | 'month' | 'hour'>> = { YEAR: 'year', MONTH: 'month', HOUR: 'hour' };

/** Every JobPosting of schema.org in a tree of JSON-LD, however it is wrapped: `@graph`, lists, `ItemList`. */
export function jobPostings(tree: unknown, depth = 0): Fields[] {
  if (depth > depthLimit || typeof tree !== 'object' || tree === null) return [];
  if (Array.isArray(tree)) return tree.flatMap((one) => jobPostings(one, depth + 1));
  const fields = tree as Fields;
  if ([fields['@type']].flat().some((type) => /^(https?:\/\/schema\.org\/)?JobPosting$/.test(String(type))))
    return [fields];
  return Object.values(fields).flatMap((value) => jobPostings(value, depth + 1));
}

/** A posting out of schema.org's words; null where it has no title, or no address of its own. */
export function fromJobPosting(fields: Fields, page: string, isOnly: boolean): Posting | null {
  const title = plainLine(fields['title']) ?? plainLine(fields['name']);
  const url = webAddress(fields['url'], page) ?? (isOnly ? page : null);
  if (title === null || url === null) return null;
  const identifier = inside(fields['identifier']);
  const place = inside(inside(first(fields['jobLocation']))?.['address']);
  const need = inside(first(fields['applicantLocationRequirements']));
  const country = place?.['addressCountry'] ?? need?.['name'];
  return {
    ref: plainLine(identifier?.['value']) ?? plainLine(fields['identifier']) ?? url,
    title,
    employer: plainLine(inside(fields['hiringOrganization'])?.['name'] ?? fields['hiringOrganization']),
    town: plainLine(place?.['addressLocality']),
    country: plainLine(inside(country)?.['name'] ?? country),
    isRemote: fields['jobLocationType'] === 'TELECOMMUTE',
    postedOn: dayOf(fields['datePosted']),
    validThrough: endOf(fields['validThrough']),
    url,
    pay: payOf(fields['baseSalary']),
  };
}

/** A posting out of an item of a JSON Feed (jsonfeed.org). */
export function fromJsonFeed(item: Fields, page: string): Posting | null {
  const title = plainLine(item['title']);
  const url = webAddress(item['url'], page) ?? webAddress(item['external_url'], page);
  if (title === null || url === null) return null;
  return {
    ref: plainLine(item['id']) ?? url,
    title,
    employer: plainLine(inside(first(item['authors']))?.['name']),
    town: null,
    country: null,
    isRemote: false,
    postedOn: dayOf(item['date_published']),
    validThrough: null,
    url,
    pay: null,
  };
}

/** Pay as the posting states it, only where it is whole: amounts, currency, and for how long. */
function payOf(said: unknown): Posting['pay'] {
  const salary = inside(said);
  const value = inside(salary?.['value']) ?? {};
  const currency = salary?.['currency'] ?? value['currency'];
  const period = periods[String(value['unitText'] ?? '').toUpperCase()];
  const [low, high] = [value['minValue'] ?? value['value'], value['maxValue'] ?? value['value']].map(Number);
  if (period === undefined || typeof currency !== 'string' || !/^[A-Z]{3}$/.test(currency)) return null;
  const { maximumFractionDigits = 2 } = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
  const minor = (amount = Number.NaN): number => Math.round(amount * 10 ** maximumFractionDigits);
  const read = OpeningPay.safeParse({ lowMinor: minor(low), highMinor: minor(high), currency, period });
  if (!read.success || read.data.highMinor === 0) return null;
  return { lowMinor: read.data.lowMinor, highMinor: read.data.highMinor, currency, period };
}

function inside(said: unknown): Fields | undefined {
  return typeof said === 'object' && said !== null && !Array.isArray(said) ? (said as Fields) : undefined;
}

function first(said: unknown): unknown {
  return Array.isArray(said) ? said[0] : said;
}
