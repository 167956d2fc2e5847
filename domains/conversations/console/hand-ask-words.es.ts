import type { Spanish } from '#platform/ui';
import type { handAskWords } from './hand-ask-words.ts';

export const es: Spanish<typeof handAskWords> = {
  area: 'hand-ask',
  words: {
    title: '¿Pasarla de todos modos?',
    titleMe: '¿Tomarla de todos modos?',
    says: '{{name}} tiene {{has}} de {{limit}} conversaciones a la vez.',
    saysMe: 'Tienes {{has}} de {{limit}} conversaciones a la vez.',
    waits: 'También puedes elegir a otra persona, o dejar que espere en su cola hasta que alguien quede libre.',
    handOver: 'Pasarla',
    take: 'Tomarla',
    cancel: 'Dejarla como está',
  },
};
