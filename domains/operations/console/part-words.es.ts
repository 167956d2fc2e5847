import type { Spanish } from '#platform/ui';
import type { operationsPartWords } from './part-words.ts';

export const es: Spanish<typeof operationsPartWords> = {
  area: 'operations-parts',
  words: {
    health: 'Salud',
  },
};
