import { lazy } from 'react';
import { type ConsoleParts, sayer } from '#platform/ui';
import { samplePartWords } from './part-words.ts';

const t = sayer(samplePartWords);
const SamplePage = lazy(async () => ({ default: (await import('./sample-page.tsx')).SamplePage }));

/** What this domain brings to the console. */
export const parts: ConsoleParts = {
  settingsPages: [
    {
      id: 'sample',
      get title() {
        return t('sample');
      },
      group: 'trust',
      component: SamplePage,
    },
  ],
};
