import { lazy } from 'react';
import { type ConsoleParts, sayer } from '#platform/ui';
import { improvementPartWords } from './part-words.ts';

const t = sayer(improvementPartWords);
const acts = () => import('./suggest-acts.tsx');
const Acts = lazy(async () => ({ default: (await acts()).SuggestActs }));
const Panel = lazy(async () => ({ default: (await import('./improvements-panel.tsx')).ImprovementsPanel }));
const Page = lazy(async () => ({ default: (await import('./improvements-page.tsx')).ImprovementsPage }));

/** What this domain brings to the console. */
export const parts: ConsoleParts = {
  thread: [{ id: 'improvements', order: 50, component: Acts, prepare: acts }],
  panels: [
    {
      id: 'improvements',
      get title() {
        return t('panel');
      },
      order: 45,
      component: Panel,
    },
  ],
  live: [{ topic: 'improvement', paths: ['/api/improvements', '/api/improvements/:id'] }],
  pages: [
    {
      path: 'improvements',
      get title() {
        return t('title');
      },
      component: Page,
    },
  ],
};
