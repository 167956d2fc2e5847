import type { Spanish } from '#platform/ui';
import type { hiringPartWords } from './part-words.ts';

export const es: Spanish<typeof hiringPartWords> = {
  area: 'hiring-parts',
  words: {
    hiring: 'Contratación',
    feeds: 'Vacantes de otros sitios',
  },
};
