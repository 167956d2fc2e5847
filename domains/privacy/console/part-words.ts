import { words } from '#platform/ui';

/** What this domain is called where its parts are listed. */
export const privacyPartWords = words('privacy-parts', { audit: 'Audit log', privacy: 'Privacy' });
