import type { Spanish } from '#platform/ui';
import type { visitorWords } from './visitor-words.ts';

export const es: Spanish<typeof visitorWords> = {
  area: 'chat-visitor',
  words: {
    here: 'En el sitio web ahora',
    goesByMail: 'Ausente desde {{time}}. Lo que no ha visto le sigue por correo a {{address}}',
    leftWithAddress: 'Ausente desde {{time}}. La respuesta le sigue por correo a {{address}}',
    left: 'Ausente desde {{time}}. Lo leerá cuando vuelva',
  },
};
