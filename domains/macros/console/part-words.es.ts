import type { Spanish } from '#platform/ui';
import type { macroPartWords } from './part-words.ts';

export const es: Spanish<typeof macroPartWords> = {
  area: 'macro-parts',
  words: {
    macros: 'Macros',
  },
};
