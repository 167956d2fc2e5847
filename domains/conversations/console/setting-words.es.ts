import type { Spanish } from '#platform/ui';
import type { settingWords } from './setting-words.ts';

export const es: Spanish<typeof settingWords> = {
  area: 'conversation-words',
  words: {
    title: 'Motivos, etiquetas, estados',
    reasons: 'Motivos',
    reasonsHint:
      'De qué trataba una conversación, como un árbol por cada marca. Lo que tiene uno archivado lo conserva.',
    reasonToClose: 'Una conversación de esta marca solo se cierra con un motivo',
    reasonToCloseHint:
      'A quien cierra sin motivo se le pregunta; el correo no deseado y los duplicados no lo necesitan.',
    noReasons: 'Todavía ningún motivo',
    noReasonsHint: 'Empieza por las cinco cosas por las que más se escribe.',
    brand: 'Marca',
    newReason: 'Nuevo motivo',
    below: 'Debajo de',
    atTop: 'Arriba del todo',
    add: 'Añadir',
    tags: 'Etiquetas',
    noTags: 'Todavía ninguna etiqueta: la primera se crea junto a una conversación.',
    statuses: 'Estados',
    statusesHint: 'Nombres propios en categorías fijas, para que los relojes y las cifras signifiquen lo mismo.',
    newStatus: 'Nuevo estado',
    category: 'Categoría',
    open: 'Abierta',
    waiting: 'Esperando al cliente',
    'on-hold': 'En suspenso',
    closed: 'Cerrada',
    nameOf: 'Nombre de {{name}}',
    archive: 'Archivar: {{name}}',
    up: 'Subir: {{name}}',
    mergeInto: 'Unir {{name}} con',
    mergeShort: 'Unir con…',
  },
};
