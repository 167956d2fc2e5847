import { lazy } from 'react';
import { type ConsoleParts, sayer } from '#platform/ui';
import { hiringPartWords } from './part-words.ts';

const t = sayer(hiringPartWords);
const HiringPage = lazy(async () => ({ default: (await import('./hiring-page.tsx')).HiringPage }));
const FeedsPage = lazy(async () => ({ default: (await import('./feeds-page.tsx')).FeedsPage }));
const CareerOpenings = lazy(async () => ({ default: (await import('./career-openings.tsx')).CareerOpenings }));

/** What this domain brings to the console. */
export const parts: ConsoleParts = {
  pages: [
    {
      path: 'hiring',
      get title() {
        return t('hiring');
      },
      component: HiringPage,
    },
  ],
  settingsPages: [
    {
      id: 'opening-feeds',
      get title() {
        return t('feeds');
      },
      group: 'people',
      component: FeedsPage,
    },
  ],
  live: [
    {
      topic: 'opening',
      paths: ['/api/openings', '/api/openings/:id', '/api/openings/:id/applications', '/api/applications/:id'],
    },
    { topic: 'opening-feed', paths: ['/api/opening-feeds'] },
  ],
  career: [{ id: 'openings', order: 10, component: CareerOpenings }],
};
