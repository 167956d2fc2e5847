import type { Phrases } from '#platform/words';

/** The sample shop in Spanish. */
export const es: Phrases = {
  'This is the sample shop': 'Esta es la tienda de muestra',
  'Go back to your own workspace to load or remove it.':
    'Vuelve a tu propio espacio de trabajo para cargarla o eliminarla.',
  'This server has the sample shop already': 'Este servidor ya tiene la tienda de muestra',
  'There is room for one. Where it is for somebody else, it can be loaded here when they have removed it.':
    'Solo hay sitio para una. Si es de otro espacio de trabajo, podrás cargarla aquí cuando la eliminen allí.',
  'There is no sample shop': 'No hay ninguna tienda de muestra',
  'Load it first.': 'Cárgala primero.',
  'The sample shop is there already': 'La tienda de muestra ya está cargada',
  'Go there, or remove it first.': 'Ve a ella o elimínala primero.',
  'The sample shop is being filled': 'La tienda de muestra se está llenando',
  'That takes about a minute. Then you can look around in it or remove it.':
    'Tarda alrededor de un minuto. Después podrás recorrerla o eliminarla.',
  'The sample shop is being removed': 'La tienda de muestra se está eliminando',
  'When it is gone you can load it again.': 'Cuando ya no esté, podrás volver a cargarla.',
};
