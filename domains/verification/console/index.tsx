import { lazy } from 'react';
import { type ConsoleParts, sayer } from '#platform/ui';
import { verificationPartWords } from './part-words.ts';

const t = sayer(verificationPartWords);
const Panel = lazy(async () => ({ default: (await import('./verification-panel.tsx')).VerificationPanel }));
const WaysPage = lazy(async () => ({ default: (await import('./ways-page.tsx')).WaysPage }));

/** What this domain brings to the console. It stands above whatever of a customer is not everybody's to hear. */
export const parts: ConsoleParts = {
  panels: [
    {
      id: 'verification',
      get title() {
        return t('panel');
      },
      order: 5,
      component: Panel,
      onlyFilled: true,
      isFirst: true,
    },
  ],
  settingsPages: [
    {
      id: 'verification',
      get title() {
        return t('ways');
      },
      group: 'answer',
      component: WaysPage,
    },
  ],
};
