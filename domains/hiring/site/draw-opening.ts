import type { Catalogue } from '#domains/careers';
import type { SiteVisit } from '#platform/domain';
import { type Html, html } from '#platform/page';
import { dayOf, type OpeningRow, payOf } from '../openings.ts';
import { hiringSayer } from './words.ts';

/** An opening with the catalogue of the visitor's language, which names its role and place. */
export type ShownOpening = OpeningRow & { readonly catalogue: Catalogue };

/** "$38,500 to $41,000 a year", or that the employer states none; and where the range comes from. */
export function drawPay(visit: SiteVisit, row: OpeningRow): Html {
  const say = hiringSayer(visit.lang);
  const pay = payOf(row);
  if (!pay) return html`<span class="nopay">${say('notStated')}</span>`;
  return html`<b class="pay">${moneyOf(visit, pay.currency, pay.lowMinor, pay.highMinor)}</b> <span class="tiny">${say(pay.period)}${pay.source && html`, <span dir="auto">${pay.source}</span>`}</span>`;
}

/** Two amounts of one currency, in the visitor's way of writing them. */
export function moneyOf(visit: SiteVisit, currency: string, lowMinor: number, highMinor: number): string {
  const unit = minorOf(currency);
  const money = new Intl.NumberFormat(visit.lang, { style: 'currency', currency, minimumFractionDigits: 0 });
  return money.formatRange(lowMinor / unit, highMinor / unit);
}

/** How many of its smallest parts make one of a currency: 100 cents, but one yen. */
function minorOf(currency: string): number {
  const { maximumFractionDigits } = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
  return 10 ** (maximumFractionDigits ?? 2);
}

/** Where, how many hours, until when: one line. */
export function drawTerms(visit: SiteVisit, row: ShownOpening): Html {
  const say = hiringSayer(visit.lang);
  const place = row.place === null ? null : (row.catalogue.place(row.place)?.shownName ?? null);
  const closes = dayOf(row.closes_on);
  const parts = [
    [row.town, place].filter(Boolean).join(', '),
    say(row.where_work as 'remote'),
    say(row.hours as 'full-time'),
    closes && say('until', { date: dateOf(visit, new Date(`${closes}T12:00:00Z`)) }),
  ];
  return html`<span class="tiny">${parts.filter(Boolean).join(' · ')}</span>`;
}

/** Openings as a list of links; each says its pay or that none is stated. Their headings stand right below the one above. */
export function drawList(visit: SiteVisit, rows: readonly ShownOpening[], below: 'h1' | 'h2' = 'h2'): Html {
  const title = (row: ShownOpening): Html => {
    const link = html`<a href="${visit.href(`/openings/${row.id}`)}" dir="auto">${row.title}</a>`;
    return below === 'h1' ? html`<h2>${link}</h2>` : html`<h3>${link}</h3>`;
  };
  return html`<ul class="cards3">${rows.map((row) => html`<li><article class="box">${title(row)}<p>${drawPay(visit, row)}</p>${drawTerms(visit, row)}</article></li>`)}</ul>`;
}

/** A day in the visitor's way of writing it. */
export function dateOf(visit: SiteVisit, when: Date): string {
  return new Intl.DateTimeFormat(visit.lang, { dateStyle: 'long', timeZone: 'UTC' }).format(when);
}

/** An opening as schema.org has it: what search engines and job boards read. */
export function jobFacts(visit: SiteVisit, row: ShownOpening): unknown {
  const pay = payOf(row);
  const closes = dayOf(row.closes_on);
  const country = row.place === null ? undefined : row.catalogue.place(row.place)?.country || undefined;
  const hours = { 'full-time': 'FULL_TIME', 'part-time': 'PART_TIME', temporary: 'TEMPORARY' }[row.hours];
  return {
    '@context': 'https://schema.org',
    '@type': 'JobPosting',
    title: row.title,
    description: row.about,
    identifier: { '@type': 'PropertyValue', name: visit.brand.name, value: row.id },
    datePosted: row.opened_at?.toISOString().slice(0, 10),
    ...(closes && { validThrough: `${closes}T23:59:59Z` }),
    employmentType: hours,
    hiringOrganization: { '@type': 'Organization', name: visit.brand.name },
    url: visit.absolute(`/openings/${row.id}`),
    directApply: true,
    ...(row.where_work === 'remote' && { jobLocationType: 'TELECOMMUTE' }),
    ...(country && {
      [row.where_work === 'remote' ? 'applicantLocationRequirements' : 'jobLocation']:
        row.where_work === 'remote'
          ? { '@type': 'Country', name: country }
          : {
              '@type': 'Place',
              address: { '@type': 'PostalAddress', addressCountry: country, addressLocality: row.town ?? undefined },
            },
    }),
    ...(pay && {
      baseSalary: {
        '@type': 'MonetaryAmount',
        currency: pay.currency,
        value: {
          '@type': 'QuantitativeValue',
          minValue: pay.lowMinor / minorOf(pay.currency),
          maxValue: pay.highMinor / minorOf(pay.currency),
          unitText: pay.period.toUpperCase(),
        },
      },
    }),
  };
}
