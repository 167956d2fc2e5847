import type { Spanish } from '#platform/ui';
import type { partWords } from './part-words.ts';

export const es: Spanish<typeof partWords> = {
  area: 'conversation-parts',
  words: {
    history: 'Historial',
    words: 'Motivos, etiquetas, estados',
    reopening: 'Reabrir',
    promises: 'Promesas',
    people: 'Quién participa',
    fields: 'Campos',
    linked: 'Conversaciones enlazadas',
    splitHere: 'Separar desde aquí',
    shared: 'Compartido contigo',
    clientConversations: 'Conversaciones',
    moveMessage: 'Mover a otra conversación',
  },
};
