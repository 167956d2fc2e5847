/** Where what we say comes from: every text and figure of the catalogue names one of these, or a source in words. */
export const sources = {
  hgs: {
    title: 'HGS, top customer service careers 2026',
    short: 'HGS 2026',
    year: 2026,
    says: 'A list of the customer service careers that matter in 2026, with what each asks for. Told here in our own words. The material we wrote from names this source and Robert Half together: that it stands beside the first ten roles is our reading of its order, not checked against the original.',
    url: null,
  },
  'rh-jobs': {
    title: 'Robert Half, customer service jobs 2026',
    short: 'Robert Half jobs 2026',
    year: 2026,
    says: 'What the customer service jobs that employers hire for in 2026 consist of, and how people advance in them. Told here in our own words. That it stands beside the last five roles is our reading of the order in which the roles were named, not checked against the original.',
    url: null,
  },
  'rh-pay': {
    title: 'Salary Guide From Robert Half',
    short: 'Robert Half 2026',
    year: 2026,
    says: 'National starting salaries in the United States for 2026. Shown only for the roles that it names.',
    url: null,
  },
  onet: {
    title: 'O*NET OnLine, U.S. Department of Labor',
    short: 'O*NET',
    year: 2018,
    says: 'The nearest occupation in the O*NET-SOC register of 2018, as a key to compare by. CC BY 4.0.',
    url: 'https://www.onetonline.org/',
  },
  esco: {
    title: 'ESCO, European Commission',
    short: 'ESCO',
    year: 2020,
    says: 'The nearest occupation in ESCO, the European classification of occupations and skills, as a key to compare by. Names, addresses and groups of ISCO-08 as the crosswalk of Nesta has them (Mapping Career Causeways, November 2020, before ESCO 1.1); not asked of ESCO itself. This service uses the ESCO classification of the European Commission.',
    url: 'https://esco.ec.europa.eu/',
  },
  ours: {
    title: 'Rapport, our own description',
    short: 'our own description',
    year: 2026,
    says: 'How this work is usually arranged: days, steps, levels, tools and measures as this product describes them. A starting point, not a survey; the people of this workspace can change it.',
    url: null,
  },
} as const;

export type SourceKey = keyof typeof sources;

/** A text with where it comes from. */
export interface SaidData {
  readonly says: string;
  readonly source: SourceKey;
}

/** A text that rests on this source. */
export const hgs = (says: string): SaidData => ({ says, source: 'hgs' });
/** A text that rests on this source. */
export const robertHalf = (says: string): SaidData => ({ says, source: 'rh-jobs' });
/** A text that rests on this source. */
export const salaryGuide = (says: string): SaidData => ({ says, source: 'rh-pay' });
/** A text that rests on this source. */
export const ours = (says: string): SaidData => ({ says, source: 'ours' });
