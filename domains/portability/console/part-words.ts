import { words } from '#platform/ui';

/** What this domain is called where its parts are listed. */
export const importPartWords = words('import-parts', { imports: 'Bring in from files' });
