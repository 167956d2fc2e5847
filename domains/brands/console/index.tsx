import { lazy } from 'react';
import { type ConsoleParts, sayer } from '#platform/ui';
import { brandPartWords } from './part-words.ts';

const t = sayer(brandPartWords);
const OrganisationPage = lazy(async () => ({ default: (await import('./organisation-page.tsx')).OrganisationPage }));
const ChannelsPage = lazy(async () => ({ default: (await import('./channels-page.tsx')).ChannelsPage }));

/** What this domain brings to the console. */
export const parts: ConsoleParts = {
  settingsPages: [
    {
      id: 'channels',
      get title() {
        return t('channels');
      },
      group: 'reach',
      component: ChannelsPage,
      isBare: true,
      // the pages of one line, e.g. its ledger
      wholeAt: /^(?!new\/)[^/]+\/./u,
    },
    {
      id: 'organisation',
      get title() {
        return t('organisation');
      },
      group: 'reach',
      component: OrganisationPage,
    },
  ],
};
