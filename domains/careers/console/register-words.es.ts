import type { Spanish } from '#platform/ui';
import type { registerWords } from './register-words.ts';

export const es: Spanish<typeof registerWords> = {
  area: 'careers-registers',
  words: {
    registers: 'Cómo lo llaman los registros oficiales',
    registersSays:
      'La ocupación más cercana, como clave para comparar. Si ninguna se acerca bastante, deja vacíos todos sus campos.',
    onetCode: 'Código en O*NET',
    onetHint: 'P. ej. 43-4051.00',
    onetTitle: 'Nombre en O*NET',
    escoCode: 'Código en ESCO, o su grupo ISCO-08',
    escoHint: 'P. ej. 4222.1, o 4222',
    escoTitle: 'Nombre en ESCO',
    escoUri: 'Dirección en ESCO',
    escoUriHint: 'Empieza por http://data.europa.eu/esco/occupation/',
  },
};
