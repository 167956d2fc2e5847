import type { Spanish } from '#platform/ui';
import type { brandPartWords } from './part-words.ts';

export const es: Spanish<typeof brandPartWords> = {
  area: 'brand-parts',
  words: {
    channels: 'Canales',
    organisation: 'Tu organización',
  },
};
