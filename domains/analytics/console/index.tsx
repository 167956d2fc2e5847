import { lazy } from 'react';
import type { ConsoleParts } from '#platform/ui';

const InsightsPage = lazy(async () => ({ default: (await import('./insights-page.tsx')).InsightsPage }));

const ClientPage = lazy(async () => ({ default: (await import('./client-page.tsx')).ClientPage }));

/** What this domain brings to the console. */
export const parts: ConsoleParts = {
  pages: [
    { path: 'insights', title: 'Insights', component: InsightsPage },
    { path: 'client', title: 'Figures', component: ClientPage },
  ],
};
