import type { Phrases } from '#platform/words';

/** Many at once, in Spanish. */
export const es: Phrases = {
  'This can no longer be undone at once': 'Esto ya no se puede deshacer de una vez',
  'It can be within 24 hours, once it has ended. Change the conversations by hand.':
    'Se puede durante 24 horas, cuando ha terminado. Cambia las conversaciones a mano.',
  'Nothing is chosen': 'No hay nada elegido',
  'Choose some conversations first.': 'Elige antes algunas conversaciones.',
  'Only teammates change many at once': 'Solo los miembros del equipo cambian muchas a la vez',
  'Sign in as one.': 'Inicia sesión como uno de ellos.',
  'Some of your changes are still at work': 'Algunos de tus cambios aún están en curso',
  'Wait until one has ended, or cancel it.': 'Espera a que termine uno o cancélalo.',
};
