import { words } from '#platform/ui';

/** Titles of parts that come later. */
export const improvementPartWords = words('improvement-parts', { panel: 'To be mended', title: 'Suggested fixes' });
