import type { Spanish } from '#platform/ui';
import type { noticeWords } from './words.ts';

export const es: Spanish<typeof noticeWords> = {
  area: 'notices',
  words: {
    title: 'Avisos',
    unseen_one: '{{count}} nuevo',
    unseen_other: '{{count}} nuevos',
    unseen_many: '{{count}} nuevos',
    unseenMany: '{{count}} o más nuevos',
    seeAll: 'Marcar todos como vistos',
    none: 'Nada nuevo',
    noneWhy: 'Cuando alguien te da una conversación o te menciona, aparece aquí.',
    failed: 'No se han podido cargar tus avisos.',
    loading: 'Cargando',
    more: 'Mostrar más',
    isNew: 'Nuevo',
    other: 'Pasó algo',
    choices: 'De qué te enteras',
    mailOf: 'Por correo: {{kind}}',
    mailNone: 'Sin correo',
    mailAtOnce: 'Por correo enseguida',
    mailDigest: 'Por correo, una vez por hora',
    mailTest: 'Enviarme una prueba',
    mailTested: 'En camino a {{to}}. Si no llega, pide a un administrador que mire en Ajustes, Salud.',
    mailLead:
      'Los correos salen por la primera línea de correo que puede enviar. Lo que viste aquí mientras tanto no se envía.',
    choicesLead: 'Las clases que desactivas ya no aparecen aquí. Lo que llegó antes se queda.',
  },
};
