import { lazy } from 'react';
import type { ConsoleParts } from '#platform/ui';

const ChannelsPage = lazy(async () => ({ default: (await import('./channels-page.tsx')).ChannelsPage }));

/** What this domain brings to the console. */
export const parts: ConsoleParts = {
  settingsPages: [
    {
      id: 'channels',
      title: 'Channels',
      group: 'reach',
      component: ChannelsPage,
      isBare: true,
      // the pages of one line, e.g. its ledger
      wholeAt: /^(?!new\/)[^/]+\/./u,
    },
  ],
};
