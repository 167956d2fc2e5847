import type { Spanish } from '#platform/ui';
import type { samplePartWords } from './part-words.ts';

export const es: Spanish<typeof samplePartWords> = {
  area: 'sample-parts',
  words: { sample: 'Tienda de muestra' },
};
