import type { Spanish } from '#platform/ui';
import type { checkWords } from './sender-badge.tsx';

export const es: Spanish<typeof checkWords> = {
  area: 'sender-check',
  words: {
    pass: 'Remitente probado',
    fail: 'No es de quien dice',
    unknown: 'Remitente sin probar',
    none: 'Remitente sin comprobar',
    apart: 'Está aparte de la ficha de ese cliente. Pregunta por otra vía antes de responder.',
  },
};
