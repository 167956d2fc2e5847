import { lazy } from 'react';
import { type ConsoleParts, sayer } from '#platform/ui';
import { isMarkedFor } from './device-mark.ts';
import { noticePartWords } from './part-words.ts';

const t = sayer(noticePartWords);
const NoticesPage = lazy(async () => ({ default: (await import('./notices-page.tsx')).NoticesPage }));

/** A browser that showed notices goes on doing so in the new session of its owner; the first visit of each page says so. */
export function showHereAgain(teammateId: string): void {
  // a refusal is seen where devices are chosen: nobody asked for anything here
  if (isMarkedFor(teammateId))
    void import('./keep-device.ts').then(({ addAgain }) => addAgain().catch(() => undefined));
}

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
