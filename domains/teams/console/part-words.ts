import { words } from '#platform/ui';

/** What this domain is called where its parts are listed. */
export const teamPartWords = words('teams-parts', { teams: 'Teams' });
