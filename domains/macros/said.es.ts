import type { Phrases } from '#platform/words';

/** Macros in Spanish. */
export const es: Phrases = {
  'A macro that does nothing': 'Una macro que no hace nada',
  'Give it words or something to do.': 'Dale texto o algo que hacer.',
  'Say for which team or brand': 'Di para qué equipo o marca',
  'Choose the team or the brand that may use it.': 'Elige el equipo o la marca que puede usarla.',
  'You may not make macros for others there': 'Ahí no puedes hacer macros para otros',
  'Keep it for yourself, or ask who sets up conversations.':
    'Guárdala para ti o pregunta a quien configura las conversaciones.',
  'Something this macro sets is there no more': 'Algo que pone esta macro ya no existe',
  'Mend the macro in Settings: a status, reason, queue, checklist or person it names is gone. Nothing was done.':
    'Arregla la macro en Ajustes: ya no existe un estado, motivo, cola, lista de pasos o persona que nombra. No se hizo nada.',
  'The note of this macro has a gap': 'A la nota de esta macro le falta algo',
  'Something it names is not known of this customer. Write the note by hand.':
    'Algo que nombra no se sabe de este cliente. Escribe la nota a mano.',
  'Macros of a team, of a brand or for everybody. Those that somebody keeps for themselves are not in it.':
    'Macros de un equipo, de una marca o de todos. No incluye las que alguien guarda para sí.',
};
