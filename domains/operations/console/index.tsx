import { lazy } from 'react';
import type { ConsoleParts } from '#platform/ui';

const HealthPage = lazy(async () => ({ default: (await import('./health-page.tsx')).HealthPage }));

/** What this domain brings to the console. */
export const parts: ConsoleParts = {
  settingsPages: [{ id: 'health', title: 'Health', group: 'trust', component: HealthPage }],
};
