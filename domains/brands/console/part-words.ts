import { words } from '#platform/ui';

/** What this domain is called where its parts are listed. */
export const brandPartWords = words('brand-parts', { channels: 'Channels', organisation: 'Your organisation' });
