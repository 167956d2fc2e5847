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
  'Only a browser that is signed in has notices': 'Solo un navegador con la sesión iniciada tiene avisos',
  'Sign in with it, and add it there.': 'Inicia sesión con él y añádelo allí.',
  'There are 10 devices already': 'Ya hay 10 dispositivos',
  'Remove one that you do not use, then add this one.': 'Quita uno que no uses y luego añade este.',
  'This link is not whole': 'Este enlace no está completo',
  'Copy it anew from the mail, or choose in the console under Notices.':
    'Cópialo de nuevo del correo o elige en la consola, en Avisos.',
  'Stop these mails?': '¿Dejar de recibir estos correos?',
  'Stop these mails': 'Dejar de recibirlos',
  'No more of these mails': 'No llegarán más de estos correos',
  'What they told still stands in your list in the console: {{kinds}}.':
    'Lo que contaban sigue en tu lista de la consola: {{kinds}}.',
};
