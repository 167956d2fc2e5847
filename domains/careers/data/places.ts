import { hgs, ours, type SaidData } from './sources.ts';

interface PlaceData {
  readonly name: string;
  readonly country: string;
  readonly currency: string;
  readonly says: readonly SaidData[];
}

const hub = hgs(
  'Hubs for customer service serve customers all over the world from one place; front-line careers grow with them.',
);
const open = ours(
  'No figure of pay is shown for this place until somebody enters one with its source, its year, its currency and what the range means.',
);

/** Places with a page of their own, in the order of the chooser. */
export const places = {
  jamaica: {
    name: 'Jamaica',
    country: 'JM',
    currency: 'JMD',
    says: [hgs('Jamaica is one of the hubs from which customers all over the world are served.'), open],
  },
  canada: { name: 'Canada', country: 'CA', currency: 'CAD', says: [hub, open] },
  colombia: { name: 'Colombia', country: 'CO', currency: 'COP', says: [hub, open] },
  india: { name: 'India', country: 'IN', currency: 'INR', says: [hub, open] },
  philippines: { name: 'Philippines', country: 'PH', currency: 'PHP', says: [hub, open] },
  'united-kingdom': { name: 'United Kingdom', country: 'GB', currency: 'GBP', says: [hub, open] },
  'united-states': {
    name: 'United States',
    country: 'US',
    currency: 'USD',
    says: [
      { says: 'Front-line pay starts at roughly the mid-$30Ks to the low $40Ks a year.', source: 'rh-pay' },
      {
        says: 'Starting pay is known for three of the roles, as national figures of 2026; for the others nobody has named a source yet.',
        source: 'rh-pay',
      },
    ],
  },
  'south-africa': { name: 'South Africa', country: 'ZA', currency: 'ZAR', says: [hub, open] },
} as const satisfies Record<string, PlaceData>;

export type PlaceKey = keyof typeof places;
