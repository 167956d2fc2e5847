import type { Phrases } from '#platform/words';

/** Imports in Spanish. */
export const es: Phrases = {
  'A field that is needed has no column': 'Un campo necesario no tiene columna',
  'Choose the column that holds it, or say what it is in every line.':
    'Elige la columna que lo contiene o di cuánto vale en todas las líneas.',
  '"{{title}}" is needed.': 'Hace falta "{{title}}".',
  'This file has no lines below its names': 'Este archivo no tiene líneas debajo de los nombres',
  'Look whether it is the right one.': 'Mira si es el correcto.',
  'The file has no such column': 'El archivo no tiene esa columna',
  'Choose one of its columns.': 'Elige una de sus columnas.',
  'This import is past that': 'Esta importación ya pasó de ahí',
  'Load it again to see how far it is.': 'Vuelve a cargarla para ver por dónde va.',
  'Nothing of this kind can be brought in': 'No se puede importar nada de este tipo',
  'Choose one of those listed.': 'Elige uno de la lista.',
  'Bring in data from files, and take it back': 'Importar datos de archivos y retirarlos',
  'Something that came later belongs to it.': 'Algo que llegó después le pertenece.',
};
