import { lazy } from 'react';
import type { ConsoleParts } from '#platform/ui';

const BrandHours = lazy(async () => ({ default: (await import('./brand-hours.tsx')).BrandHours }));
const HoursForm = lazy(async () => ({ default: (await import('./hours-form.tsx')).HoursForm }));

/** What this domain brings to the console. */
export const parts: ConsoleParts = {
  hours: [{ id: 'week', component: HoursForm }],
  brands: [{ id: 'hours', order: 20, component: BrandHours }],
};
