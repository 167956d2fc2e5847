import type { Spanish } from '#platform/ui';
import type { sampleWords } from './words.ts';

export const es: Spanish<typeof sampleWords> = {
  area: 'sample',
  words: {
    title: 'Tienda de muestra',
    lead: 'Una tienda con dos semanas de clientes, pedidos, conversaciones, llamadas y chats, para mirar cómo funciona todo antes de que escriban tus propios clientes.',
    apart:
      'Es un espacio de trabajo aparte: nada suyo aparece entre tus clientes ni en tus cifras, nadie de fuera llega a ella y nada sale de ella.',
    language: 'Sus clientes y compañeros son inventados y escriben en inglés.',
    load: 'Cargar la tienda de muestra',
    loadAgain: 'Intentar otra vez',
    loading: 'La tienda de muestra se está llenando',
    loadingHint: 'Alrededor de un minuto. Mientras tanto puedes seguir con otra cosa.',
    failed: 'La tienda de muestra no se pudo llenar',
    failedHint: 'No queda nada de ella. Inténtalo otra vez; si vuelve a fallar, el registro del servidor dice por qué.',
    ready: 'La tienda de muestra está lista',
    holds: 'Contiene',
    atLeast: '{{count}} o más',
    enter: 'Ir a ella',
    remove: 'Eliminarla',
    removeTitle: '¿Eliminar la tienda de muestra?',
    goes: 'Desaparece todo, para siempre:',
    goesShop: 'sus clientes, pedidos, conversaciones, llamadas, chats, archivos y cifras',
    goesYours: 'lo que tú y tus compañeros probasteis allí, y las cuentas que se crearon con una invitación a ella',
    stays:
      'Tu propio espacio de trabajo queda como está. El registro de auditoría guarda que la tienda se cargó y se eliminó.',
    keep: 'Conservarla',
    removeNow: 'Eliminar todo',
    removing: 'La tienda de muestra se está eliminando',
    removingHint: 'Unos segundos. Ya no hay nadie en ella.',
    inside: 'Estás en la tienda de muestra',
    insideHint: 'Vuelve a tu propio espacio de trabajo para eliminarla.',
    elsewhere: 'Este servidor ya tiene la tienda de muestra',
    elsewhereHint: 'Solo hay sitio para una: la demo, o la que recorre otro espacio de trabajo.',
    mayNot: 'La tienda de muestra es cosa de los administradores',
    refused: 'No ha funcionado',
  },
};
