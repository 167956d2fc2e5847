import type { Spanish } from '#platform/ui';
import type { reopeningWords } from './reopening-words.ts';

export const es: Spanish<typeof reopeningWords> = {
  area: 'conversation-reopening',
  words: {
    title: 'Reabrir',
    loading: 'Leyendo las reglas',
    lead: 'Un cliente puede responder a lo que se cerró hace mucho. Di hasta cuándo su respuesta reabre la misma conversación. Más tarde abre una de seguimiento, enlazada con la cerrada, cuyo historial dice por qué; las cifras de la antigua se quedan como estaban.',
    noBrands: 'No hay marcas que configurar',
    noBrandsHint: 'Pide a un administrador que te deje atender una marca.',
    allLines: 'Todas las líneas de {{brand}}',
    lineOf: '{{line}} ({{channel}})',
    asBrand: 'Como la marca',
    always: 'La reabre, por tarde que sea',
    never: 'Abre siempre una de seguimiento',
    afterOne: 'La reabre en el plazo de un día, después una de seguimiento',
    after: 'La reabre en el plazo de {{days}} días, después una de seguimiento',
  },
};
