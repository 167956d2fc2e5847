import type { Spanish } from '#platform/ui';
import type { listEmptyWords } from './list-empty-words.ts';

export const es: Spanish<typeof listEmptyWords> = {
  area: 'list-empty',
  words: {
    noLine: 'Todavía no puede llegar nada',
    noLineHint:
      'No hay abierta ninguna línea por la que los clientes lleguen a ti. Una persona administradora la abre en Ajustes, Canales.',
    openLine: 'Abrir una línea',
    lookAround: 'Mirar una tienda de muestra',
    mine: 'No tienes nada abierto',
    mineWait_one:
      '{{count}} conversación espera a quien sea: tómala, o quizá te la asignen. Lo siguiente aparecerá al instante.',
    mineWait_many:
      '{{count}} de conversaciones esperan a quien sea: toma una, o quizá te asignen alguna. Lo siguiente aparecerá al instante.',
    mineWait_other:
      '{{count}} conversaciones esperan a quien sea: toma una, o quizá te asignen alguna. Lo siguiente aparecerá al instante.',
    mineHint: 'Tampoco espera nadie. Lo siguiente aparecerá al instante.',
    toUnassigned: 'Ver quién espera',
    unassigned: 'No espera nadie',
    unassignedHint: 'Quien escriba estará aquí hasta que alguien lo tome. Lo siguiente aparecerá al instante.',
    all: 'No hay nada abierto',
    allHint: 'Todo está respondido y cerrado. Lo siguiente aparecerá al instante.',
    snoozed: 'No hay nada pospuesto',
    snoozedHint: 'Pospón una conversación con {{key}}: vuelve sola a su hora, o cuando escriba el cliente.',
    closed: 'Todavía no se cerró nada',
    closedHint: 'Lo que cierres con {{key}} estará aquí, y se puede reabrir.',
    mentions: 'Nadie te ha nombrado',
    mentionsHint: 'Un colega que escribe @ y tu nombre en una nota te llama aquí.',
    drafts: 'No hay borradores',
    draftsHint: 'Lo que empieces y no envíes espera aquí, también en tus otros dispositivos.',
    escalations: 'No hay nada apremiante',
    escalationsHint: 'Aquí está lo abierto con prioridad alta o urgente.',
    queue: 'No espera nada en esta cola',
    queueHint: 'Lo siguiente aparecerá al instante.',
    other: 'Aquí no hay nada',
    otherHint: 'Ahora nada cumple estas condiciones. Lo siguiente aparecerá al instante.',
  },
};
