import { lazy } from 'react';
import { type ConsoleParts, sayer } from '#platform/ui';
import { operationsPartWords } from './part-words.ts';

const t = sayer(operationsPartWords);
const HealthPage = lazy(async () => ({ default: (await import('./health-page.tsx')).HealthPage }));

/** What this domain brings to the console. */
export const parts: ConsoleParts = {
  settingsPages: [
    {
      id: 'health',
      get title() {
        return t('health');
      },
      group: 'trust',
      component: HealthPage,
    },
  ],
};
