import type { Phrases } from '#platform/words';

/** The careers catalogue, as those who write it meet it, in Spanish. */
export const es: Phrases = {
  'This line is no honest figure': 'Esta línea no es una cifra honesta',
  'Give amounts (the lower one first), currency, year, source and what the range means.':
    'Da los importes (primero el menor), la moneda, el año, la fuente y qué significa el rango.',
  'This line names no place of the catalogue': 'Esta línea no nombra ningún lugar del catálogo',
  'Write the key or the name of a place.': 'Escribe la clave o el nombre de un lugar.',
  'This line names no role of the catalogue, or more than one':
    'Esta línea no nombra ningún puesto del catálogo, o más de uno',
  'Write the key or the name of a role. A code of O*NET works where one role alone has it.':
    'Escribe la clave o el nombre de un puesto. Un código de O*NET vale si solo lo tiene un puesto.',
  'The catalogue has no such role or place': 'El catálogo no tiene ese puesto o lugar',
  'Choose both from the lists, or write them into the catalogue first.':
    'Elige los dos de las listas, o añádelos antes al catálogo.',
  'A key leads to nothing in the catalogue': 'Una clave no lleva a nada del catálogo',
  'Choose roles, skills and industries from the lists.': 'Elige puestos, habilidades y sectores de las listas.',
  'The catalogue has no such role, skill or place': 'El catálogo no tiene ese puesto, habilidad o lugar',
  'Choose it from the list.': 'Elígelo de la lista.',
  'This text is of another kind': 'Este texto es de otro tipo',
  'Send the parts of its own kind.': 'Envía las partes de su propio tipo.',
  'Write the careers catalogue and its pay': 'Escribir el catálogo de puestos y sus sueldos',
  Pay: 'Sueldos',
  'Ranges of pay by role and place from an official table, each with source, year, currency and meaning':
    'Rangos de sueldo por puesto y lugar de una tabla oficial, cada uno con fuente, año, moneda y significado',
  Role: 'Puesto',
  Place: 'Lugar',
  From: 'Desde',
  To: 'Hasta',
  Currency: 'Moneda',
  Year: 'Año',
  Source: 'Fuente',
  'What the range means': 'Qué significa el rango',
  'For (year, month or hour)': 'Por (año, mes u hora)',
  'Starting or experienced': 'Al empezar o con experiencia',
  'Link to the source': 'Enlace a la fuente',
};
