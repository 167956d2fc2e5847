import type { Spanish } from '#platform/ui';
import type { closeAskWords } from './close-ask-words.ts';

export const es: Spanish<typeof closeAskWords> = {
  area: 'close-ask',
  words: {
    partsTitle: 'La n.º {{number}} tiene partes abiertas',
    partsLead: 'Un todo suele cerrarse después de sus partes:',
    closeAnyway: 'Cerrarla de todos modos',
    cancel: 'Dejarla abierta',
    reasonTitle: '¿De qué trataba la n.º {{number}}?',
    reasonLead: 'Esta marca solo cierra una conversación con un motivo.',
    reason: 'Motivo',
    choose: 'Elige uno',
    reasonClose: 'Ponerlo y cerrar',
  },
};
