import { words } from '#platform/ui';

/** The one word that stands in the first load. */
export const macroPartWords = words('macro-parts', { macros: 'Macros' });
