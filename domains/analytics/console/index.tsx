import { lazy } from 'react';
import { type ConsoleParts, sayer } from '#platform/ui';
import { insightsPartWords } from './part-words.ts';

const t = sayer(insightsPartWords);
const InsightsPage = lazy(async () => ({ default: (await import('./insights-page.tsx')).InsightsPage }));

const ClientPage = lazy(async () => ({ default: (await import('./client-page.tsx')).ClientPage }));

/** What this domain brings to the console. */
export const parts: ConsoleParts = {
  pages: [
    {
      path: 'insights',
      get title() {
        return t('insights');
      },
      component: InsightsPage,
    },
    {
      path: 'client',
      get title() {
        return t('client');
      },
      component: ClientPage,
    },
  ],
};
