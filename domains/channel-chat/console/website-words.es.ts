import type { Spanish } from '#platform/ui';
import type { websiteLineWords } from './website-words.ts';

export const es: Spanish<typeof websiteLineWords> = {
  area: 'chat-website',
  words: {
    loading: 'Leyendo la línea',
    onYourWebsite: 'En tu sitio web',
    goesWhere: 'Pon esta línea antes de </body> en cada página que deba tener el chat y el formulario.',
    copy: 'Copiar',
    copied: 'Copiado',
    tryIt: 'Pruébalo',
    newTab: '(se abre en otra pestaña)',
    pretend: 'Aquí escriben clientes ficticios, para practicar. No hay ningún sitio web detrás.',
    hidden: 'Cómo está configurada lo ve quien puede configurar los canales.',
    name: 'Nombre',
    nameHint: 'Como la conocen tus colegas.',
    sites: 'Sitios web que pueden mostrarlo',
    sitesHint: 'Uno por línea, sin página. Si lo dejas vacío, cualquier sitio web.',
    siteWrong: 'No es un sitio web: {{line}}',
    greeting: 'Primeras palabras',
    greetingHint: 'Lo que se lee allí antes de escribir. Si lo dejas vacío, nada tuyo.',
    asks: 'Pedir nombre y correo antes de escribir',
    'asks-never': 'Nunca',
    'asks-outside-hours': 'Cuando no hay nadie aquí',
    'asks-always': 'Siempre',
    asksHint: 'Con una dirección, la respuesta les llega por correo cuando ya se han ido.',
    open: 'Abrir la línea',
    save: 'Guardar',
    saved: 'Guardada',
  },
};
