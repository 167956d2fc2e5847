import type { Spanish } from '#platform/ui';
import type { composeWords } from './compose-words.ts';

export const es: Spanish<typeof composeWords> = {
  area: 'compose',
  words: {
    discard: 'Descartar',
    notYet: 'No enviado: todavía no había línea. Envía de nuevo cuando termines.',
    keptHere: 'Cerrado; espera en este dispositivo.',
    signed: 'Se firmará:',
    from: 'De {{name}}',
    copies: 'Copias',
  },
};
