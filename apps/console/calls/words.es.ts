import type { Spanish } from '#platform/ui';
import type { callWords } from './words.ts';

export const es: Spanish<typeof callWords> = {
  area: 'calls',
  words: {
    incoming: 'Llamada entrante de {{name}}',
    waiting: '{{number}}, espera desde hace {{time}}',
    secondsLeft: '{{n}} s',
    answer: 'Contestar',
    decline: 'Rechazar',
    likely: 'Probablemente sobre',
    simulated: 'Línea simulada',
    inCall: 'Llamada con {{name}}',
    onHold: 'En espera',
    hold: 'Poner en espera',
    resume: 'Retomar',
    end: 'Colgar',
    endAsk: '¿Colgar ahora?',
    endYes: 'Sí, colgar',
    endNo: 'Seguir',
    wrapUp: 'Cerrar la llamada con {{name}}',
    reason: 'Motivo',
    note: 'Nota',
    notePlaceholder: 'Qué se dijo y qué se prometió',
    noReasons: 'Todavía no hay motivos; basta con la nota.',
    finish: 'Terminar',
    open: 'Abrir la conversación',
    failed: 'La línea de teléfono no respondió. Inténtalo de nuevo.',
  },
};
