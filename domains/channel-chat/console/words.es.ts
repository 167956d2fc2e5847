import type { Spanish } from '#platform/ui';
import type { chatSettingWords } from './words.ts';

export const es: Spanish<typeof chatSettingWords> = {
  area: 'chat-settings',
  words: {
    title: 'Chats',
    lead: 'Cuántos chats puede tener una persona a la vez y en cuánto tiempo se debe responder. Quien tiene más de los que marca su número los conserva, y toma el siguiente cuando hay sitio.',
    loading: 'Leyendo los ajustes de los chats',
    mayNot: 'Tu rol no muestra los ajustes',
    mayNotSays: 'Pide a un administrador el permiso «Ver los ajustes».',
    everybody: 'Todo el equipo',
    limit: 'Chats a la vez',
    goal: 'Objetivo de respuesta, en segundos',
    mailAfter: 'Lo no visto, por correo tras (segundos)',
    save: 'Guardar',
    own: 'Números propios',
    ownLead:
      'Para quienes atienden más o menos chats que el resto, por ejemplo mientras empiezan. Cuenta desde el siguiente chat.',
    none: 'Nadie tiene un número propio',
    noneSays: 'Todo el equipo puede tener {{limit}}.',
    person: 'Miembro del equipo',
    personHint: 'Unas letras del nombre o de la dirección bastan para encontrar a alguien.',
    personUnknown: 'Elige a alguien de la lista.',
    add: 'Dar este número',
    limitOf: 'Chats a la vez: {{name}}',
    hasLeft: 'Ya no trabaja aquí',
    remove: 'Quitar',
    removeOne: 'Quitar el número de {{name}}',
    removed: '{{name}} vuelve a tener el número de todo el equipo',
    more: 'Mostrar más',
  },
};
