import type { Phrases } from '#platform/words';

/** Brands and lines in Spanish. */
export const es: Phrases = {
  'The first brand stays': 'La primera marca se queda',
  'What names no brand belongs to it. Give it another name, or move its channels elsewhere.':
    'Lo que no nombra ninguna marca es suyo. Dale otro nombre o lleva sus canales a otra parte.',
  'Customers still write to this brand': 'Los clientes aún escriben a esta marca',
  'Close its channels first, or say that they close with it.': 'Cierra antes sus canales o di que se cierran con ella.',
  'Nobody else serves this brand': 'Nadie más atiende esta marca',
  'Let somebody else serve it first.': 'Haz antes que otra persona la atienda.',
  'must be a language such as en or pt-BR': 'debe ser un idioma como en o pt-BR',
  'This address already has an open line': 'Esta dirección ya tiene una línea abierta',
  'Close that line first, or use another address.': 'Cierra antes esa línea o usa otra dirección.',
  'There is already a brand of this name': 'Ya hay una marca con este nombre',
  'There is no brand of this name': 'No hay ninguna marca con este nombre',
  'Name it under "brands" first, or mend the spelling.': 'Nómbrala antes en "brands" o corrige cómo está escrita.',
  'There is no such channel': 'No existe ese canal',
  'Choose one from the list of channels.': 'Elige uno de la lista de canales.',
  'Serve everybody’s customers': 'Atender a los clientes de todas las marcas',
  'Say whose customers there are, and who serves them': 'Decidir de qué marcas son los clientes y quién los atiende',
  'See the lines customers use and how they are': 'Ver las líneas que usan los clientes y cómo están',
  'Open, change and close lines': 'Abrir, cambiar y cerrar líneas',
  Closed: 'Cerrada',
  Works: 'Funciona',
  'Brands and how they look. A workspace with one has none here.':
    'Las marcas y su aspecto. Un espacio de trabajo con una sola no tiene ninguna aquí.',
  'How customers reach us. Passwords and keys are not in it: a line opened from a file asks for them.':
    'Cómo nos contactan los clientes. No incluye contraseñas ni claves: una línea abierta desde un archivo las pide.',
  'Its password is not in a file: open it under Settings, Lines.':
    'Su contraseña no está en un archivo: ábrela en Ajustes, Líneas.',
};
