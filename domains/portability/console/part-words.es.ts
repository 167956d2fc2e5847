import type { Spanish } from '#platform/ui';
import type { importPartWords } from './part-words.ts';

export const es: Spanish<typeof importPartWords> = {
  area: 'import-parts',
  words: {
    imports: 'Traer desde archivos',
  },
};
