import type { Spanish } from '#platform/ui';
import type { improvementPartWords } from './part-words.ts';

export const es: Spanish<typeof improvementPartWords> = {
  area: 'improvement-parts',
  words: {
    panel: 'Por arreglar',
    title: 'Mejoras propuestas',
  },
};
