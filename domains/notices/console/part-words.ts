import { words } from '#platform/ui';

/** What this domain is called where its parts are listed. */
export const noticePartWords = words('notice-parts', { notices: 'Notices' });
