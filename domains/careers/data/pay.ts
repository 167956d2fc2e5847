import type { PlaceKey } from './places.ts';
import type { SourceKey } from './sources.ts';

/** A range of pay with everything that makes it honest. */
export interface PayData {
  readonly role: string;
  readonly place: PlaceKey;
  readonly experience: 'starting';
  readonly lowMinor: number;
  readonly highMinor: number;
  readonly currency: string;
  readonly period: 'year';
  readonly year: number;
  readonly source: SourceKey;
  readonly means: string;
}

const national = {
  place: 'united-states',
  experience: 'starting',
  currency: 'USD',
  period: 'year',
  year: 2026,
  source: 'rh-pay',
  means: 'National starting salaries',
} as const;

/** The only figures this program brings: national starting salaries of the United States, 2026. */
export const pay: readonly PayData[] = [
  { ...national, role: 'customer-service-specialist', lowMinor: 3_850_000, highMinor: 4_850_000 },
  { ...national, role: 'call-centre-specialist', lowMinor: 3_475_000, highMinor: 4_700_000 },
  { ...national, role: 'customer-service-manager', lowMinor: 5_700_000, highMinor: 8_125_000 },
];

/** What a role is called in a place, where a source names it so. */
export const titles: readonly { role: string; place: PlaceKey; title: string; source: SourceKey }[] = [
  { role: 'call-centre-specialist', place: 'united-states', title: 'Call center specialist', source: 'rh-pay' },
  {
    role: 'customer-service-specialist',
    place: 'united-states',
    title: 'Customer service specialist',
    source: 'rh-pay',
  },
  { role: 'customer-service-manager', place: 'united-states', title: 'Customer service manager', source: 'rh-pay' },
];
