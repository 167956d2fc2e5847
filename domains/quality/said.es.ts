import type { Phrases } from '#platform/words';

/** Reviews in Spanish. */
export const es: Phrases = {
  'This scorecard is not in use': 'Esta pauta de evaluación no está en uso',
  'Publish the version first, or take another.': 'Publica antes la versión o toma otra.',
  'An answer belongs to no question of this scorecard': 'Una respuesta no es de ninguna pregunta de esta pauta',
  'Take the questions of this version.': 'Toma las preguntas de esta versión.',
  'Read the reviews of teammates': 'Leer las evaluaciones de los compañeros',
  'Review the work of teammates': 'Evaluar el trabajo de los compañeros',
};
