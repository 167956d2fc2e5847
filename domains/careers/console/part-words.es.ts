import type { Spanish } from '#platform/ui';
import type { careerPartWords } from './part-words.ts';

export const es: Spanish<typeof careerPartWords> = {
  area: 'career-parts',
  words: {
    career: 'Mi carrera',
    careers: 'Puestos y salarios',
  },
};
