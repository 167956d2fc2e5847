import { lazy } from 'react';
import type { ConsoleParts } from '#platform/ui';

const ImportsPage = lazy(async () => ({ default: (await import('./imports-page.tsx')).ImportsPage }));

/** What this domain brings to the console. */
export const parts: ConsoleParts = {
  settingsPages: [{ id: 'imports', title: 'Bring in from files', group: 'people', component: ImportsPage }],
  live: [{ topic: 'import', paths: ['/api/imports', '/api/imports/:id', '/api/imports/:id/lines'] }],
};
