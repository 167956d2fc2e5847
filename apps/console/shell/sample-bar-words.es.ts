import type { Spanish } from '#platform/ui';
import type { sampleBarWords } from './sample-bar-words.ts';

export const es: Spanish<typeof sampleBarWords> = {
  area: 'sample-bar',
  words: {
    here: 'Esta es la tienda de muestra: su gente es inventada y nada sale de ella.',
    back: 'Volver a {{name}}',
    stuck: 'No se pudo volver. Inténtalo otra vez.',
  },
};
