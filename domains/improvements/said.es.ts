import type { Phrases } from '#platform/words';

/** Suggested fixes in Spanish. */
export const es: Phrases = {
  'You may not say what becomes of this': 'No puedes decidir qué pasa con esto',
  'Ask whoever leads your team.': 'Pregunta a quien dirige tu equipo.',
  'You may not suggest anything from this conversation': 'No puedes sugerir nada desde esta conversación',
  'Take, finish and decline suggested fixes': 'Asumir, terminar y rechazar mejoras sugeridas',
  'A fix you suggested is done': 'Una mejora que sugeriste está hecha',
  'A fix you suggested was declined; its reason stands with it':
    'Una mejora que sugeriste se rechazó; el motivo está con ella',
  'Somebody gave you a fix to see to': 'Te encargaron una mejora',
};
