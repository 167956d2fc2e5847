import type { Phrases } from '#platform/words';

/** Notices by mail in Spanish. */
export const es: Phrases = {
  'Something happened': 'Pasó algo',
  'A test from Rapport': 'Una prueba de Rapport',
  'Notices by mail reach you here. Choose which in {{url}}.':
    'Los avisos por correo te llegan aquí. Elige cuáles en {{url}}.',
  '{{count}} notices from Rapport': '{{count}} avisos de Rapport',
  'No more mails of “{{kind}}”: {{url}}': 'No más correos de «{{kind}}»: {{url}}',
  'All choices: {{url}}': 'Todas las opciones: {{url}}',
};
