import { lazy } from 'react';
import type { ConsoleParts } from '#platform/ui';

const CareersPage = lazy(async () => ({ default: (await import('./careers-page.tsx')).CareersPage }));
const CareerPage = lazy(async () => ({ default: (await import('./career-page.tsx')).CareerPage }));

/** What this domain brings to the console. */
export const parts: ConsoleParts = {
  pages: [{ path: 'career', title: 'My career', component: CareerPage }],
  settingsPages: [{ id: 'careers', title: 'Careers and pay', group: 'people', component: CareersPage }],
};
