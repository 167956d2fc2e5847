import type { Phrases } from '#platform/words';

/** Presence in Spanish. */
export const es: Phrases = {
  'You may not set this state': 'No puedes poner este estado',
  'Ask them, or their leader.': 'Pregúntale, o pregunta a quien dirige su equipo.',
  'Only teammates have a presence.': 'Solo los miembros del equipo tienen presencia.',
  'See whether teammates are available, and what they do': 'Ver si los compañeros están disponibles y qué hacen',
  'Say whether you are available; as a leader, also for your teams':
    'Decir si estás disponible; si diriges, también para tus equipos',
};
