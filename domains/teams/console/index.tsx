import { lazy } from 'react';
import { type ConsoleParts, sayer } from '#platform/ui';
import { teamPartWords } from './part-words.ts';

const t = sayer(teamPartWords);
const TeamsPage = lazy(async () => ({ default: (await import('./teams-page.tsx')).TeamsPage }));

/** What this domain brings to the console. */
export const parts: ConsoleParts = {
  settingsPages: [
    {
      id: 'teams',
      get title() {
        return t('teams');
      },
      group: 'people',
      component: TeamsPage,
    },
  ],
};
