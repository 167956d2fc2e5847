import type { Spanish } from '#platform/ui';
import type { composeWords } from './compose-words.ts';

export const es: Spanish<typeof composeWords> = {
  area: 'compose',
  words: {
    discard: 'Descartar',
    keptHere: 'Cerrado; espera en este dispositivo.',
    signed: 'Se firmará:',
    from: 'De {{name}}',
    copies: 'Copias',
  },
};
