import type { Spanish } from '#platform/ui';
import type { notifyWords } from './words.ts';

export const es: Spanish<typeof notifyWords> = {
  area: 'notify',
  words: {
    title: 'Sonidos y señales',
    lead: 'Lo que te avisa de que algo ha pasado, en este dispositivo. Calla mientras estás en pausa, y nunca avisa de lo que hiciste tú.',
    call: 'Entra una llamada para mí',
    customer: 'Escribió mi cliente',
    queue: 'Mi cola está en riesgo',
    mention: 'Me mencionó un colega',
    sound: 'Sonido',
    desktop: 'Escritorio',
    badge: 'Número en el título',
    nothing: 'Ninguno',
    tone: 'Tono',
    volume: 'Volumen',
    silent: 'Sin sonido',
    bell: 'Campana',
    drop: 'Gota',
    knock: 'Golpe',
    chime: 'Carillón',
    ring: 'Timbre',
    test: 'Probar',
    tested: 'Ha sonado. Si no oíste nada, mira el volumen de este dispositivo y de esta pestaña.',
    blockedTest: 'El navegador todavía no deja que esta página suene.',
    desktopDenied:
      'Este navegador rechaza los avisos de escritorio de esta página. Permítelos en el candado junto a la dirección.',
    desktopMissing: 'Este navegador no tiene avisos de escritorio.',
    chatTones:
      'Con varios chats a la vez, cada uno tiene su propia altura, para que el segundo suene distinto del primero.',
    byMail: 'Avisos en la lista y por correo',
    blocked: 'El navegador mantiene en silencio esta página hasta que pulses algo aquí.',
    unblock: 'Activar el sonido',
    wrote: 'Escribió {{name}}',
    rings: 'Llama {{name}}',
    toYou: 'Algo para ti',
    atRisk: 'Una de tus colas está en riesgo',
    named: 'Te mencionó un colega',
  },
};
