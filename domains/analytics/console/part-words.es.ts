import type { Spanish } from '#platform/ui';
import type { insightsPartWords } from './part-words.ts';

export const es: Spanish<typeof insightsPartWords> = {
  area: 'insights-parts',
  words: {
    insights: 'Análisis',
    client: 'Cifras',
  },
};
