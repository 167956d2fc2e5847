import type { Phrases } from '#platform/words';

/** Views in Spanish. */
export const es: Phrases = {
  'Which team is it for?': '¿Para qué equipo es?',
  'Choose one of the teams you see.': 'Elige uno de los equipos que ves.',
  'You may not change this view': 'No puedes cambiar esta vista',
  'You may not take rows out': 'No puedes sacar filas',
  'Ask whoever sets up your team.': 'Pregunta a quien configura tu equipo.',
  'You may not share this view that far': 'No puedes compartir tanto esta vista',
  'Keep it for yourself, or ask whoever sets up your team.': 'Guárdala para ti o pregunta a quien configura tu equipo.',
  'Views belong to teammates': 'Las vistas son de los miembros del equipo',
  'There are too many views': 'Hay demasiadas vistas',
  'Remove some that nobody uses.': 'Quita algunas que nadie use.',
  'Take the rows of a view out as a file': 'Sacar las filas de una vista como archivo',
  'Views of a team or for everybody, in their order; one about a single customer or company is not in it.':
    'Vistas de un equipo o de todos, en su orden; no incluye una sobre un solo cliente o una sola empresa.',
};
