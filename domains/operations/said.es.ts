import type { Phrases } from '#platform/words';

/** How the installation is, in Spanish. */
export const es: Phrases = {
  'See how this installation is': 'Ver cómo está esta instalación',
};
