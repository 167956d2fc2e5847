import type { Spanish } from '#platform/ui';
import type { fieldWords } from './field-words.ts';

export const es: Spanish<typeof fieldWords> = {
  area: 'conversation-fields',
  words: {
    neededTitle: 'Antes de cerrar la n.º {{number}}',
    neededLead: 'Esta marca pide esto:',
    close: 'Cerrarla',
    cancel: 'Dejarla abierta',
  },
};
