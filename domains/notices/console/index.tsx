import { lazy } from 'react';
import { type ConsoleParts, sayer } from '#platform/ui';
import { noticePartWords } from './part-words.ts';

const t = sayer(noticePartWords);
const NoticesPage = lazy(async () => ({ default: (await import('./notices-page.tsx')).NoticesPage }));

/** What this domain brings to the console. */
export const parts: ConsoleParts = {
  pages: [
    {
      path: 'notices',
      get title() {
        return t('notices');
      },
      component: NoticesPage,
    },
  ],
};
