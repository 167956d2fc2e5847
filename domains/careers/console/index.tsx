import { lazy } from 'react';
import { type ConsoleParts, sayer } from '#platform/ui';
import { careerPartWords } from './part-words.ts';

const t = sayer(careerPartWords);
const CareersPage = lazy(async () => ({ default: (await import('./careers-page.tsx')).CareersPage }));
const CareerPage = lazy(async () => ({ default: (await import('./career-page.tsx')).CareerPage }));

/** What this domain brings to the console. */
export const parts: ConsoleParts = {
  pages: [
    {
      path: 'career',
      get title() {
        return t('career');
      },
      component: CareerPage,
    },
  ],
  settingsPages: [
    {
      id: 'careers',
      get title() {
        return t('careers');
      },
      group: 'people',
      component: CareersPage,
    },
  ],
};
