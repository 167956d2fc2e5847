import type { Spanish } from './i18n.ts';
import type { handAskWords } from './hand-ask-words.ts';

export const es: Spanish<typeof handAskWords> = {
  area: 'hand-ask',
  words: {
    title: '¿Pasarla de todos modos?',
    titleMe: '¿Tomarla de todos modos?',
    titleMany: '¿Pasarlas de todos modos?',
    titleMeMany: '¿Tomarlas de todos modos?',
    says: '{{name}} tiene {{has}} de {{limit}} conversaciones a la vez.',
    saysMe: 'Tienes {{has}} de {{limit}} conversaciones a la vez.',
    noRoom: 'No hay sitio para todas las elegidas.',
    waits: 'También puedes elegir a otra persona, o dejar que espere en su cola hasta que alguien quede libre.',
    waitsMany: 'También puedes elegir a otra persona, o dejar que esperen en su cola hasta que alguien quede libre.',
    handOver: 'Pasarla',
    handOverMany: 'Pasarlas',
    take: 'Tomarla',
    takeMany: 'Tomarlas',
    cancel: 'Dejar todo como está',
  },
};
