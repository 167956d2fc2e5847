import type { Phrases } from '#platform/words';

/** Openings and who applies, in Spanish. */
export const es: Phrases = {
  'This address cannot be fetched': 'Esta dirección no se puede leer',
  'Give the address of a page or feed on the public internet, with https:// before it.':
    'Da la dirección de una página o un canal de la internet pública, con https:// delante.',
  'This feed is here already': 'Este canal ya está aquí',
  'Read it anew from the list.': 'Vuelve a leerlo desde la lista.',
  'The catalogue has no such role or place': 'El catálogo no tiene ese puesto o lugar',
  'Take the key of a role and of a place as the careers site has them.':
    'Toma la clave de un puesto y de un lugar como los tiene el sitio de empleo.',
  'There are 50 feeds already': 'Ya hay 50 canales',
  'Take one away first.': 'Quita antes uno.',
  'Too many messages came from this page': 'Llegaron demasiados mensajes desde esta página',
  'Wait for an answer, or try again tomorrow.': 'Espera una respuesta o vuelve a intentarlo mañana.',
  'Write openings, and see who applies': 'Escribir vacantes y ver quién se postula',
  'Not mailed: the brand is archived.': 'No se envió: la marca está archivada.',
  'Nothing is known of this mail.': 'No se sabe nada de este correo.',
  'The name of a feed that is there is not changed from a file':
    'El nombre de un canal que ya existe no se cambia desde un archivo',
  'Take it away here, then apply the file.': 'Quítalo aquí y después aplica el archivo.',
  'Feeds of openings from elsewhere that the careers site shows.':
    'Canales de vacantes de otros sitios que muestra el sitio de empleo.',
};
