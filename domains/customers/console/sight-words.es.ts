import type { Spanish } from '#platform/ui';
import type { customerSightWords } from './sight-words.ts';

export const es: Spanish<typeof customerSightWords> = {
  area: 'customer-sight',
  words: {
    ask: 'Quién puede ver esto',
    title: 'Quién puede ver a {{name}}',
    lead: 'Elige a alguien del equipo para saber por qué ve este cliente, o qué le falta. Que lo hayas preguntado queda en el registro de auditoría.',
    teammate: 'Miembro del equipo',
    choose: 'Elige a alguien',
    close: 'Cerrar',
    sees: '{{name}} ve este cliente',
    seesNot: '{{name}} no ve este cliente',
    byRole: 'El rol «{{role}}» le permite ver clientes.',
    served: 'Atiende la marca del cliente.',
    'may-edit': 'Puede cambiar y fusionar este cliente.',
    'may-export': 'Puede exportar todo lo que se sabe de este cliente.',
    'may-erase': 'Puede borrar este cliente.',
    'lack-permission': 'Ningún rol suyo le permite ver clientes.',
    'lack-brand': 'No atiende la marca del cliente.',
    find: 'Cliente: nombre, dirección o número',
    found: 'Clientes encontrados',
    which: 'Elige un cliente',
    linked: 'El de este enlace',
    unnamed: 'Sin nombre',
    none: 'No ves ningún cliente así.',
  },
};
