import { lazy } from 'react';
import type { ConsoleParts } from '#platform/ui';

const HiringPage = lazy(async () => ({ default: (await import('./hiring-page.tsx')).HiringPage }));
const CareerOpenings = lazy(async () => ({ default: (await import('./career-openings.tsx')).CareerOpenings }));

/** What this domain brings to the console. */
export const parts: ConsoleParts = {
  pages: [{ path: 'hiring', title: 'Hiring', component: HiringPage }],
  career: [{ id: 'openings', order: 10, component: CareerOpenings }],
};
