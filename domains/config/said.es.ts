import type { Phrases } from '#platform/words';

/** The set-up as a file, in Spanish. */
export const es: Phrases = {
  'There is no such part, or you may not change it. Parts are: {{parts}}.':
    'No existe esa parte, o no puedes cambiarla. Las partes son: {{parts}}.',
  'It is in the file twice.': 'Está dos veces en el archivo.',
  'Write the set-up to a file, and apply one': 'Escribir la configuración en un archivo y aplicar uno',
  'The file names something that is not there': 'El archivo nombra algo que no existe',
  'Name it in the file first, or mend the spelling. People are invited first.':
    'Nómbralo antes en el archivo o corrige cómo está escrito. A las personas se las invita antes.',
};
