import type { Spanish } from '#platform/ui';
import type { firstTeamWords } from './first-team-words.ts';

export const es: Spanish<typeof firstTeamWords> = {
  area: 'first-team',
  words: {
    who: 'Sus direcciones, una por línea',
    whoHint: 'ana@example.com, o Ana Lee <ana@example.com>. Hasta 50 a la vez; más en Ajustes, Personas.',
    role: 'Qué pueden hacer',
    byMail: 'Enviar a cada cual su invitación por correo',
    byMailHint: 'Desde tu primer canal. En todo caso recibes los enlaces.',
    invited: 'Con invitación',
    linkLead: 'Cada enlace sirve una vez, durante siete días, y se muestra esta única vez.',
    mailSent: 'El correo ha salido.',
    mailFailed: 'El correo no salió: {{says}}',
    mailUnsure: 'Nadie sabe si el correo salió: {{says}}',
    copyOne: 'Copiar el enlace de {{name}}',
    copyAll: 'Copiar todos los enlaces',
    copied: 'Copiado',
    notRead: 'No es una dirección: {{line}}',
    refused: '{{address}}: {{why}}',
    writeTo: 'Escribe un correo a esta dirección desde cualquier buzón tuyo, como haría un cliente:',
    begin: 'Empezar el correo',
    subject: '¿Hay alguien ahí?',
    waiting: 'Esperando tu primera conversación. Un buzón se mira en menos de un minuto.',
    arrived: 'Ya está aquí.',
    tryChat: 'Escríbete',
    waitingChat: 'Esperando tu primera conversación. Lo que escribas allí llega aquí al instante.',
    ring: 'Tu teléfono de prueba es simulado: hazlo sonar en el área Llamadas y contesta allí.',
  },
};
