import { words } from '#platform/ui';

/** What this domain is called where its parts are listed. */
export const hiringPartWords = words('hiring-parts', { hiring: 'Hiring', feeds: 'Openings from elsewhere' });
