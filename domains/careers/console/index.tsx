import { lazy } from 'react';
import type { ConsoleParts } from '#platform/ui';

const CareersPage = lazy(async () => ({ default: (await import('./careers-page.tsx')).CareersPage }));

/** What this domain brings to the console. */
export const parts: ConsoleParts = {
  settingsPages: [{ id: 'careers', title: 'Careers and pay', group: 'people', component: CareersPage }],
};
