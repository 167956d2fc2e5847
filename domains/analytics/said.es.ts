import type { Phrases } from '#platform/words';

/** Figures in Spanish. */
export const es: Phrases = {
  'The period ends before it begins': 'El período termina antes de empezar',
  'Give a `to` after `from`.': 'Da un `to` posterior a `from`.',
  'A figure is counted over at most 400 days': 'Una cifra se cuenta sobre 400 días como mucho',
  'Ask for a shorter period, or for several.': 'Pide un período más corto, o varios.',
  'See figures: of your own work, your teams, whom you serve or everything':
    'Ver cifras: de tu trabajo, de tus equipos, de a quién atiendes o de todo',
  'As a client: see the figures of their own brand, nobody by name':
    'Como cliente: ver las cifras de su propia marca, sin nombres de personas',
};
