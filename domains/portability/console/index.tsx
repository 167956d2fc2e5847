import { lazy } from 'react';
import { type ConsoleParts, sayer } from '#platform/ui';
import { importPartWords } from './part-words.ts';

const t = sayer(importPartWords);
const ImportsPage = lazy(async () => ({ default: (await import('./imports-page.tsx')).ImportsPage }));

/** What this domain brings to the console. */
export const parts: ConsoleParts = {
  settingsPages: [
    {
      id: 'imports',
      get title() {
        return t('imports');
      },
      group: 'people',
      component: ImportsPage,
    },
  ],
  live: [{ topic: 'import', paths: ['/api/imports', '/api/imports/:id', '/api/imports/:id/lines'] }],
};
