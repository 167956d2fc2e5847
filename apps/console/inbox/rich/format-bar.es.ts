import type { Spanish } from '#platform/ui';
import type { formatWords } from './format-bar.tsx';

export const es: Spanish<typeof formatWords> = {
  area: 'format',
  words: {
    bar: 'Formato del texto',
    bold: 'Negrita',
    italic: 'Cursiva',
    bulletList: 'Lista',
    orderedList: 'Lista numerada',
    blockquote: 'Cita',
    code: 'Código',
    link: 'Enlace',
    picture: 'Imagen dentro del texto',
    linkTo: 'Dirección a la que lleva el texto',
    setLink: 'Poner',
    noLink: 'Quitar',
    missing: 'No se ha podido cargar el editor. Lo que escribas saldrá sin formato.',
  },
};
