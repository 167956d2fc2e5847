import { words } from '#platform/ui';

/** What this domain is called where its parts are listed. */
export const samplePartWords = words('sample-parts', { sample: 'Sample shop' });
