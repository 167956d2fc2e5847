import { lazy } from 'react';
import type { ConsoleParts } from '#platform/ui';

const BrandHours = lazy(async () => ({ default: (await import('./brand-hours.tsx')).BrandHours }));

/** What this domain brings to the console. */
export const parts: ConsoleParts = {
  brands: [{ id: 'hours', order: 20, component: BrandHours }],
};
