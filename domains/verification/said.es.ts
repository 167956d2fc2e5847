import type { Phrases } from '#platform/words';

/** Checking who somebody is, in Spanish. */
export const es: Phrases = {
  'You may not write here who was checked': 'No puedes anotar aquí a quién se verificó',
  'There are too many ways': 'Hay demasiadas formas',
  'How it is checked who somebody is, for each brand: what is asked, what may then be said, and how long that holds.':
    'Cómo se comprueba quién es alguien, para cada marca: qué se pregunta, qué se puede decir entonces y cuánto vale.',
};
