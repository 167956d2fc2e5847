import { lazy } from 'react';
import type { ConsoleParts } from '#platform/ui';

const NoticesPage = lazy(async () => ({ default: (await import('./notices-page.tsx')).NoticesPage }));

/** What this domain brings to the console. */
export const parts: ConsoleParts = {
  pages: [{ path: 'notices', title: 'Notices', component: NoticesPage }],
};
